"""Other printings of a marked sentence: in capitals, with quotation marks, behind a dateline, with other persons."""

import random
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from nlp.training.marked import Marked, Name

Variant = Callable[[Marked, random.Random], Marked | None]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("nlp.training") / "variants.toml").read_text(encoding="utf-8"))


def variants(sentences: Iterable[Marked], seed: int) -> Iterator[Marked]:
    """Each sentence as it stands, and now and then in another printing; the same for the same seed."""
    chance, before = random.Random(seed), None
    sentences = list(sentences)
    people = sorted({s.text[n.start : n.end] for s in sentences for n in s.known() if n.label == "PER"})
    makers: dict[str, Variant] = {
        "capitals": _capitals,
        "title_case": _title_case,
        "quoted": _quoted,
        "dateline": _dateline,
        "other_persons": Substitute(people),
    }
    for sentence in sentences:
        yield sentence
        for kind, make in makers.items():
            made = make(sentence, chance) if chance.random() < _data()["shares"][kind] else None
            if made:
                yield made
        if before and chance.random() < _data()["shares"]["joined"]:
            yield _joined(before, sentence)
        before = sentence


def _recased(sentence: Marked, text: str) -> Marked | None:
    if len(text) != len(sentence.text):
        return None
    return Marked(text, sentence.tokens, sentence.names, sentence.source)


def _capitals(sentence: Marked, chance: random.Random) -> Marked | None:
    """ "IKM KERAMIK TUMBUH DI BALI", as headlines are printed."""
    return _recased(sentence, sentence.text.upper())


def _title_case(sentence: Marked, chance: random.Random) -> Marked | None:
    """ "IKM Keramik Tumbuh di Bali": every word but the short ones begins with a capital."""
    text = list(sentence.text)
    for start, end in sentence.tokens:
        if sentence.text[start:end] not in _data()["lower_in_titles"]:
            text[start] = text[start].upper()
    return _recased(sentence, "".join(text))


def _quoted(sentence: Marked, chance: random.Random) -> Marked | None:
    """With quotation marks around the part before the last comma: “Bagus juga opsi itu,” jelas Amir."""
    if any(mark in sentence.text for pair in _data()["quotes"] for mark in pair):
        return None
    begin, close = chance.choice(_data()["quotes"])
    comma = sentence.text.rfind(", ")
    end = comma + 1 if comma > 0 else len(sentence.text)
    if any(name.start < end < name.end for name in sentence.names):
        return None
    text = begin + sentence.text[:end] + close + sentence.text[end:]
    return _moved(sentence, text, lambda at, is_end: at + len(begin) + (len(close) if at >= end + is_end else 0))


def _dateline(sentence: Marked, chance: random.Random) -> Marked | None:
    """Behind "SURABAYA, kumparan.com – " and the like; whether the outlet is a name is left unknown."""
    place = chance.choice(_data()["places"])
    place = place.upper() if chance.random() < _data()["shares"]["upper_place"] else place
    outlet = chance.choice(_data()["outlets"])
    head = chance.choice(_data()["datelines"]).replace("OUTLET", outlet)
    start = head.index("PLACE")
    head = head.replace("PLACE", place)
    moved = _moved(sentence, head + sentence.text, lambda at, is_end: at + len(head))
    names = [Name(start, start + len(place), "LOC")]
    if outlet in head:
        names.append(Name(head.index(outlet), head.index(outlet) + len(outlet), ""))
    return moved.named([*names, *moved.names])


def _moved(sentence: Marked, text: str, move: Callable[[int, bool], int]) -> Marked:
    tokens = tuple((move(a, False), move(b, True)) for a, b in sentence.tokens)
    names = tuple(Name(move(n.start, False), move(n.end, True), n.label) for n in sentence.names)
    return Marked(text, tokens, names, sentence.source)


def _joined(one: Marked, other: Marked) -> Marked:
    """Two sentences in one text, as they stand in an article."""
    far = len(one.text) + 1
    moved = _moved(other, f"{one.text} {other.text}", lambda at, is_end: at + far)
    return Marked(moved.text, one.tokens + moved.tokens, one.names + moved.names, one.source)


@dataclass(frozen=True)
class Substitute:
    """Puts other persons, of as many words, in place of those named, so that what stands around a name is learned."""

    people: list[str]

    def __call__(self, sentence: Marked, chance: random.Random) -> Marked | None:
        """The sentence with other persons, None when it names none."""
        text, names, at = "", [], 0
        if not any(name.label == "PER" for name in sentence.names):
            return None
        for name in sentence.names:
            text += sentence.text[at : name.start]
            own = sentence.text[name.start : name.end]
            new = self._like(own, chance) if name.label == "PER" else own
            names.append(Name(len(text), len(text) + len(new), name.label))
            text, at = text + new, name.end
        return Marked(text + sentence.text[at:], (), tuple(names), sentence.source)

    def _like(self, name: str, chance: random.Random) -> str:
        several = [chance.choice(self.people) for _ in range(8)]
        return next((other for other in several if len(other.split()) == len(name.split())), name)
