"""Whether an article is about small and medium industry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from nlp.data import gazetteer, lexicon
from nlp.document import Cover, mentions_of, text_of
from nlp.extract.makers import makers_words

IKM = "ikm"
TITLE = 3.0  # a word in the headline says more about the subject than one in the text
LEAD = 1.5  # and so does one in the first sentences
LEAD_WORDS = 60  # an Indonesian lead with its dateline, two sentences
WEAK = 0.3  # what is often found with small industry and is not small industry itself
IN_BODY = 0.3  # "Kementerian UMKM" and "Dirjen IKM" are also named in articles on other matters
OFFICE_LENGTH = 60  # characters: the longest title of an office that names small industry has fewer
COUNTED = 1.5  # "68 pelaku IKM" is a fact of the story, more than a word in a list of those who profit
ENOUGH = 3.0  # points where the headline does not: named twice in the lead, or once among many words of its world
DENSE = 1.2  # points per hundred words, below which the subject is named in passing
CROWDED = 3.5  # points per hundred words of a short text that names small industry once, and as its subject
UNSAID = 2.5  # points of goods and makers where small industry is never named, with goods in the headline
KINDS = 4  # different words of that sort: one kind of goods alone may be a matter of prices or of tourism
OFTEN = 3  # mentions that make a further topic of an article of usual length where the headline does not name it
USUAL = 350  # words of an article; a longer one must name it oftener, one in a short one is enough


@dataclass(frozen=True)
class Topic:
    """One subject of an article, with the words that decided it. Captions never decide."""

    topic: str  # a key of gazetteers/ikm.toml; "ikm" makes the article relevant
    words: tuple[str, ...]  # as printed, each once
    rule: str | None = None  # what decided: a key of lexicon/rules.toml


@dataclass(frozen=True)
class _Hit:
    text: str  # as printed
    weight: float
    title: bool  # in the headline
    own: bool = True  # names small industry itself, and not only inside the name of a body or an office
    maker: bool = False  # says that somebody makes and sells something


def topics(doc: Doc) -> Iterator[Topic]:
    """ "ikm" where headline and text are about small industry, and then the subjects that they often name."""
    hits = list(_small_industry(doc))
    parts = [(name, _text(doc, name)) for name in ("title", "text")]
    length = sum(len(text.split()) for _, text in parts)
    rule = _about_small_industry(hits, length)
    profile = makers_words(*(text for _, text in parts)) if rule is None else ()
    if rule is None and not profile:
        return
    yield Topic(IKM, _printed(hits) if rule else profile, f"topics.{rule or 'maker'}")
    for name, pattern in _subjects().items():
        found = [_Hit(m[0], 1, part == "title") for part, text in parts for m in pattern.finditer(text)]
        titled = any(hit.title for hit in found)
        if titled or len(found) >= max(1, OFTEN * length / USUAL):
            yield Topic(name, _printed(found), "topics.headline" if titled else "topics.often")


def _about_small_industry(hits: list[_Hit], length: int) -> str | None:
    """What makes these words the subject of a text of `length` words; None for a mention in passing."""
    points = sum(hit.weight for hit in hits)
    density = points * 100 / max(length, 1)
    if not any(hit.own for hit in hits):
        return "goods" if points >= UNSAID and density >= DENSE and _is_made(hits) else None
    if any(hit.title and hit.own for hit in hits):
        return "headline"
    if density >= CROWDED:
        return "crowded"
    return "points" if points >= ENOUGH and density >= DENSE else None


def _is_made(hits: list[_Hit]) -> bool:
    """Whether goods of small industry stand in the headline, and the text says of several that somebody makes them."""
    goods = any(hit.title and not hit.maker for hit in hits)
    return goods and any(hit.maker for hit in hits) and len({hit.text.casefold() for hit in hits}) >= KINDS


def _text(doc: Doc, name: str) -> str:
    return next((text_of(doc)[part.start : part.end] for part in doc._.parts if part.name == name), "")


def _small_industry(doc: Doc) -> Iterator[_Hit]:
    data, whole = gazetteer(IKM)[IKM], text_of(doc)
    other = _other_senses(whole.casefold(), data["other_senses"])
    named = mentions_of(doc, "MINISTRY", "AGENCY", "OFFICE")
    bodies = Cover((span.start_char, span.end_char) for span in named)
    for part in doc._.parts:
        if part.name == "caption":
            continue
        text = whole[part.start : part.end]
        lead = part.start + (len(text) if part.name == "title" else _words_end(text, LEAD_WORDS))
        for name in ("strong", "weak", "makers"):
            for match in _pattern(tuple(data[name])).finditer(text):
                if match[0].casefold() in other:
                    continue
                start = part.start + match.start()
                place = TITLE if part.name == "title" else LEAD if start < lead else 1.0
                before = whole[max(0, start - OFFICE_LENGTH) : start]
                inside = bodies.holds(start, start + 1) or bool(_office().search(before))
                points = place * _weight(name == "strong", inside, before)
                own = name == "strong" and not inside
                yield _Hit(match[0], points, part.name == "title", own, name == "makers")


def _weight(strong: bool, inside: bool, before: str) -> float:
    weight = 1.0 if strong else WEAK
    if inside:
        return weight * IN_BODY
    return weight * COUNTED if strong and _counted().search(before) else weight


@cache
def _counted() -> re.Pattern[str]:
    """The end of a text that counts what follows: "68 pelaku ", "sebelas "."""
    numerals = lexicon("numerals")
    number = "|".join(word for table in ("digits", "tens", "teen", "powers") for word in numerals[table])
    nouns = "|".join(gazetteer(IKM)[IKM]["counted_as"])
    return re.compile(rf"(?:\d|\b(?:se)?(?:{number})) (?:(?:{nouns}) ){{0,2}}$", re.IGNORECASE)


@cache
def _office() -> re.Pattern[str]:
    """The end of a text that begins the title of an office no component has marked: "Menteri Koperasi dan "."""
    heads = "|".join(map(re.escape, gazetteer(IKM)[IKM]["offices"]))
    inner = "|".join(gazetteer(IKM)[IKM]["inside_offices"])
    return re.compile(rf"\b(?:{heads})(?: (?:[A-Z][\w,]*|{inner}))* $")


def _other_senses(text: str, senses: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(short for short, meanings in senses.items() if any(meaning in text for meaning in meanings))


def _words_end(text: str, count: int) -> int:
    match = re.match(rf"(?:\S+\s+){{{count}}}", text)
    return match.end() if match else len(text)


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?=(?:nya)?(?!\w))", re.IGNORECASE)


@cache
def _subjects() -> dict[str, re.Pattern[str]]:
    return {name: _pattern(tuple(row["words"])) for name, row in gazetteer(IKM)["topics"].items()}


def _printed(hits: list[_Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.text for hit in hits))
