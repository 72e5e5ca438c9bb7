"""Whether an article is about small and medium industry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from nlp.data import gazetteer
from nlp.document import mentions_of

IKM = "ikm"
TITLE = 3.0  # a word in the headline says more about the subject than one in the text
LEAD = 1.5  # and so does one in the first sentences
LEAD_WORDS = 60  # an Indonesian lead with its dateline, two sentences
WEAK = 0.3  # what is often found with small industry and is not small industry itself
IN_BODY = 0.3  # "Kementerian UMKM" and "Dirjen IKM" are also named in articles on other matters
OFFICE_LENGTH = 60  # characters: the longest title of an office that names small industry has fewer
OWN = 1.5  # points of words that name small industry itself: cooperatives and batik alone are another subject
AGAIN = 2  # times that small industry is named for itself where the headline does not name it
SURROUNDED = 4.0  # points: named once, and among many words of its world
DENSE = 1.0  # points per hundred words, below which the subject is named in passing
OFTEN = 3  # mentions that make a further topic of an article of usual length where the headline does not name it
USUAL = 350  # words of an article; a longer one must name it oftener, one in a short one is enough


@dataclass(frozen=True)
class Topic:
    """One subject of an article, with the words that decided it. Captions never decide."""

    topic: str  # a key of gazetteers/ikm.toml; "ikm" makes the article relevant
    words: tuple[str, ...]  # as printed, each once


@dataclass(frozen=True)
class _Hit:
    text: str  # as printed
    weight: float
    title: bool  # in the headline, and not only inside the name of a body
    own: bool = True  # names small industry itself


def topics(doc: Doc) -> Iterator[Topic]:
    """ "ikm" where headline and text are about small industry, and then the subjects that they often name."""
    hits = list(_small_industry(doc))
    length = sum(len(_text(doc, part).split()) for part in ("title", "text"))
    if not _about_small_industry(hits, length):
        return
    yield Topic(IKM, _printed(hits))
    for name, pattern in _subjects().items():
        found = [
            _Hit(m[0], 1, part == "title") for part in ("title", "text") for m in pattern.finditer(_text(doc, part))
        ]
        if any(hit.title for hit in found) or len(found) >= max(1, OFTEN * length / USUAL):
            yield Topic(name, _printed(found))


def _about_small_industry(hits: list[_Hit], length: int) -> bool:
    """Whether these words make it the subject of a text of `length` words, and no mention in passing."""
    points, own = sum(hit.weight for hit in hits), sum(hit.weight for hit in hits if hit.own)
    named = sum(hit.own and hit.weight >= 1 for hit in hits)  # not as a part of an office or a body
    if any(hit.title and hit.own for hit in hits):
        return own >= OWN
    again = named >= AGAIN and points * 100 >= DENSE * length
    return again or (own >= OWN and points >= SURROUNDED and points * 100 >= 2 * DENSE * length)


def _text(doc: Doc, name: str) -> str:
    return next((doc.text[part.start : part.end] for part in doc._.parts if part.name == name), "")


def _small_industry(doc: Doc) -> Iterator[_Hit]:
    data, whole = gazetteer(IKM)[IKM], doc.text  # joined from the tokens at each call
    other = _other_senses(whole.casefold(), data["other_senses"])
    bodies = [(span.start_char, span.end_char) for span in mentions_of(doc, "MINISTRY", "AGENCY", "OFFICE")]
    for part in doc._.parts:
        if part.name == "caption":
            continue
        text = whole[part.start : part.end]
        lead = part.start + (len(text) if part.name == "title" else _words_end(text, LEAD_WORDS))
        for name, weight in (("strong", 1.0), ("weak", WEAK)):
            for match in _pattern(tuple(data[name])).finditer(text):
                if match[0].casefold() in other:
                    continue
                start = part.start + match.start()
                place = TITLE if part.name == "title" else LEAD if start < lead else 1.0
                inside = any(a <= start < b for a, b in bodies) or _behind_office(
                    whole[max(0, start - OFFICE_LENGTH) : start]
                )
                points = weight * place * (IN_BODY if inside else 1)
                yield _Hit(match[0], points, part.name == "title" and not inside, name == "strong")


def _behind_office(before: str) -> bool:
    """Whether the word ends the title of an office that no component has marked: "Menteri Koperasi dan UKM"."""
    return bool(_office().search(before))


@cache
def _office() -> re.Pattern[str]:
    heads = "|".join(map(re.escape, gazetteer(IKM)[IKM]["offices"]))
    return re.compile(rf"\b(?:{heads})(?: (?:[A-Z][\w,]*|dan|bidang))* $")


def _other_senses(text: str, senses: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(short for short, meanings in senses.items() if any(meaning in text for meaning in meanings))


def _words_end(text: str, count: int) -> int:
    match = re.match(rf"(?:\S+\s+){{{count}}}", text)
    return match.end() if match else len(text)


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


@cache
def _subjects() -> dict[str, re.Pattern[str]]:
    return {name: _pattern(tuple(row["words"])) for name, row in gazetteer(IKM)["topics"].items()}


def _printed(hits: list[_Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.text for hit in hits))
