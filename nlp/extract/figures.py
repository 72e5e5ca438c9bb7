"""Quantities that are facts of the story."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from nlp.data import lexicon
from nlp.document import located, text_of
from nlp.numerals import counted, number_cues, short_forms
from nlp.numerals.arithmetic import doubtful
from nlp.numerals.quantities import LARGE, Quantity
from nlp.numerals.takeover import quantities
from nlp.text.patterns import any_of

_SENTENCE_END = re.compile(r"[.!?…][\"”’)]{0,3}\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
MILLION = 1e6
_NEW = re.compile(r"[,;:.](?:\s|$)")  # begins another subject


@dataclass(frozen=True)
class Figure:
    """One quantity."""

    value: float | None  # in unit, multiplied out: "Rp1,2 triliun" is 1.2e12; None for a bound ("puluhan ribu")
    upper: float | None  # of a range, in the same unit
    kind: str  # count, percent, money, measure or ratio
    unit: str  # count: the thing counted as printed; money: ISO 4217; percent: "percent"; measure: unit as printed
    what: str | None  # what is counted or measured, where the sentence says so
    bound: str  # exact, about, over or under
    doubtful: bool  # True when the text's own arithmetic cannot be right
    text: str  # as printed, with its unit
    part: str
    start: int  # characters within the part, half open
    end: int
    sentence: str
    rule: str | None = None  # what read it: a key of lexicon/rules.toml


def figures(doc: Doc) -> Iterator[Figure]:
    """Every occurrence of a quantity, in the order of the text; dates, ordinals and numbers inside names are left out.

    "baru 30 persen atau 10.000 yang mengekspor" -> 30 percent, 10000 of what was counted before
    """
    text, spans = text_of(doc), _sentences(doc)
    headline = next((p.end for p in doc._.parts if p.name == "title"), 0)
    found = quantities(text, spans, headline)
    wrong = doubtful(text, found, spans)
    starts = [begin for begin, _ in spans]
    last: Figure | None = None
    before = 0  # where the last quantity ended
    for q in found:
        part, start, end = located(doc, q.start, q.end)
        at = bisect_right(starts, q.start) - 1
        begin, stop = spans[at] if at >= 0 and q.start < spans[at][1] else (q.start, q.end)
        what = _what(text, q, max(begin, before), q.start < headline)
        if what is None and last and begin < before:
            what = _goes_on(text, q, last, before)
        last = Figure(
            value=q.value,
            upper=q.upper,
            kind=q.kind,
            unit=q.unit or "",
            what=what,
            bound=_bound(text, q),
            doubtful=q in wrong,
            text=text[q.start : q.end],
            part=part,
            start=start,
            end=end,
            sentence=text[begin:stop].strip(),
            rule=_rule(q),
        )
        before = q.end
        yield last


def _rule(q: Quantity) -> str:
    return "figures.range" if q.upper is not None else "figures.unit_elsewhere" if q.borrowed else f"figures.{q.kind}"


def _goes_on(text: str, q: Quantity, last: Figure, before: int) -> str | None:
    """What the sentence has spoken of so far: "ekspor turun dari Rp 5 juta menjadi |Rp 3 juta|"."""
    if q.kind == "percent" and last.kind == "count":
        return last.unit or None
    return None if q.kind == "measure" or _NEW.search(text, before, q.start) else last.what


def distinct(found: Iterable[Figure]) -> list[Figure]:
    """The figures of one article, the same value of the same thing once, where it is told first."""
    kept: list[Figure] = []
    for figure in found:
        if not any(_same(figure, earlier) for earlier in kept):
            kept.append(figure)
    return kept


def _same(a: Figure, b: Figure) -> bool:
    if (a.value, a.upper, a.kind) != (b.value, b.upper, b.kind):
        return False
    if a.kind != "count" or a.unit == b.unit:
        return a.unit == b.unit and (a.value is not None or a.text.lower() == b.text.lower())
    return _telling(a.value) or short_forms.overlap(a.unit, b.unit)


def _telling(value: float | None) -> bool:
    """Whether a count is so particular that two things of an article hardly share it: 151.656, 12 juta; not 7.500."""
    figures_told = len(f"{value or 0:.0f}".rstrip("0"))
    return (value or 0) >= LARGE and figures_told > (1 if (value or 0) >= MILLION else 2)


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    """Character ranges of the sentences: those of the pipeline, else by full stop and line end."""
    if doc.has_annotation("SENT_START"):
        return [(s.start_char, s.end_char) for s in doc.sents]
    ends = [m.end() for m in _SENTENCE_END.finditer(text_of(doc))]
    return list(zip([0, *ends], [*ends, len(text_of(doc))], strict=True))


@cache
def _bounds() -> list[tuple[str, re.Pattern[str], re.Pattern[str] | None]]:
    """For each bound what stands before the number and what behind it."""
    table = []
    for name in ("about", "over", "under"):
        words = lexicon("bounds")[name]
        before, after = (any_of(words.get(key, [])) for key in ("before", "after"))
        table.append(
            (
                name,
                re.compile(rf"(?<!\w){before}\s{{0,2}}$", re.I),
                re.compile(rf"\s?{after}(?!\w)", re.I) if after else None,
            )
        )
    return table


def _bound(text: str, q: Quantity) -> str:
    """The bound whose words reach furthest to the left before the number, or stand behind it."""
    before = text[max(0, q.start - 40) : q.start]
    found = [(m.start(), name) for name, pattern, _ in _bounds() if (m := pattern.search(before))]
    if found:
        name = min(found)[1]
        return name if name == "about" or q.upper is None else "exact"  # the lower end of a range is no bound of it
    if q.number.about:
        return "about"
    ends = (q.end, q.number.end)
    return next((n for n, _, pattern in _bounds() if pattern and any(pattern.match(text, e) for e in ends)), "exact")


@cache
def _after_share() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(lexicon('connectors')['words']['of'])}\s)?", re.I)


@cache
def _links() -> frozenset[str]:
    return frozenset(lexicon("connectors")["words"]["links"])


@cache
def _rate() -> re.Pattern[str]:
    """ "Rp 15.000| per kilogram|"."""
    return re.compile(rf"\s?{any_of(lexicon('connectors')['words']['per'])}(?:\s|(?<=/))[^\W\d]+", re.I)


def _what(text: str, q: Quantity, begin: int, headline: bool) -> str | None:
    """What is counted: behind a percentage ("75 persen pengrajin batik"), else the noun phrase before the number."""
    if q.kind == "count":
        return q.unit or None
    after = _after_share().match(text, q.end)
    if q.kind in ("percent", "ratio") and after:
        noun = counted.noun(text, after.end(), headline, counted.WHAT_WORDS)
        if noun and noun.text not in number_cues.manners():
            return noun.text
    rate = _rate().match(text, begin, q.start)
    nouns = list(counted.phrases(text, rate.end() if rate else begin, q.start, headline))
    if not nouns or (q.kind == "measure" and not number_cues.touches(text, nouns[-1].end, q.start)):
        return None
    words = nouns[-1].text
    if len(nouns) > 1 and (link := text[nouns[-2].end : nouns[-1].start].strip()) in _links():
        words = f"{nouns[-2].text} {link} {words}"  # "kontribusi UMKM terhadap PDB"
    return counted.base(words)
