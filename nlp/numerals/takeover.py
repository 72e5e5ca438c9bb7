"""All quantities of a text: ranges joined, units printed once shared, nouns left out taken over from before. Pure.

"dari 4,4 juta pelaku usaha baru 30.000" -> 4.4e6 pelaku usaha, 30000 pelaku usaha
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.numerals import counted, number_cues
from nlp.numerals.quantities import ALONE, LARGE, Quantity, printed
from nlp.numerals.ranges import joined

SENTENCES_BACK = 2  # a noun further back is hardly meant
NOTHING_ELSE = 1e12  # so many of anything else the press hardly ever counts
PRICE = 100  # the least that a thing is sold for
EARNED = 1e6  # the least that "omzet … biasanya dua juta" speaks of without its currency
HOME = "IDR"  # what an amount of money is in when no currency is printed

_LEVEL = re.compile(r"\d+,\d{1,2}")  # a decimal without a unit: the level of an index


def quantities(text: str, sentences: Sequence[tuple[int, int]], headline: int = 0) -> list[Quantity]:
    """All quantities in the order of the text; its first `headline` characters print every word with a capital."""
    found = joined(text, list(printed(text, headline)))
    return [q for q in _taken_over(text, found, sentences, headline) if q.unit is not None]


def _taken_over(
    text: str, found: list[Quantity], sentences: Sequence[tuple[int, int]], headline: int
) -> Iterator[Quantity]:
    """Gives each bare number the noun that stood before, or leaves its unit None where none can be meant."""
    counts: list[Quantity] = []
    starts = [start for start, _ in sentences]
    for q in found:
        if q.bare:
            index = bisect_right(starts, q.start) - 1
            inside = index >= 0 and q.start < sentences[index][1]
            start, index = (starts[index], index) if inside else (0, 0)
            earlier = sentences[max(0, index - SENTENCES_BACK)][0] if sentences else 0
            priced = (q.value or 0) >= PRICE and number_cues.is_price(text, q.number.end)
            if priced or (_may_be_money(q) and _is_money(text, q, (earlier, start), q.start < headline)):
                q = replace(q, kind="money", unit=HOME, borrowed=True)
            elif _counts_something(text, q, q.start < headline):
                q = replace(q, unit=_antecedent(text, q, counts, start, earlier, q.start < headline), borrowed=True)
        if q.kind == "count" and q.unit:
            counts.append(q)
        yield q


def _may_be_money(q: Quantity) -> bool:
    """Whether a bare number is large enough for an amount of money: "15 juta", "puluhan juta"."""
    return q.large and (q.number.magnitude if q.value is None else q.value) >= LARGE


def _is_money(text: str, q: Quantity, since: tuple[int, int], headline: bool) -> bool:
    """Whether a bare amount is one of money, whose sentence begins at since[1], the sentences before at since[0].

    The words before it say so; or it is so large that with no noun it can be nothing else: "nilainya |10,3 miliar|".
    """
    earlier, start = since
    if q.number.magnitude >= NOTHING_ELSE or number_cues.is_money(text, start, q.start, headline):
        return True
    if number_cues.amount_before(text, start, q.start, headline):
        return False
    if q.number.magnitude >= ALONE:
        return True
    return (q.value or 0) >= EARNED and number_cues.is_earned(text, earlier, q.start)


def _counts_something(text: str, q: Quantity, headline: bool) -> bool:
    """Whether a bare number can be a quantity at all: it is large, or the words around it point to a noun."""
    if (q.value or 0) % 1 or (q.value == 1 and not q.number.digits):  # nothing that is counted is left in pieces
        return False
    if q.number.magnitude == 1 and _LEVEL.fullmatch(q.number.digits):  # "ambang 50,0"
        return False
    before = number_cues.leads(text, q.start) or number_cues.own_before(text, q.start)
    pointed = before or number_cues.follows(text, q.number.end)
    named = not headline and number_cues.is_name(text, q.start, q.number.end)
    return q.large or (pointed and not named and q.upper is None)


def _antecedent(text: str, q: Quantity, counts: list[Quantity], start: int, earlier: int, headline: bool) -> str | None:
    """What a bare number counts, whose sentence begins at `start`; nouns are sought from `earlier` on."""
    here = counts[-1] if counts and counts[-1].start >= start else None
    if (q.value or 0) >= LARGE and (same := next((c for c in reversed(counts) if c.value == q.value), None)):
        return same.unit
    if amount := number_cues.amount_before(text, here.end if here else start, q.start, headline):
        return amount
    if here:
        return _contrasted(text, here.end, q.start, headline) or here.unit
    back = counts[-1].unit if counts and counts[-1].start >= earlier else None
    if q.large:
        subject = _subject(text, start, q.start, headline) if number_cues.leads(text, q.start) else ""
        if subject and counted.is_countable(subject):  # "IKM di Indonesia mencapai 4,4 juta"
            return subject
        return back or _subject(text, start, q.start, headline)
    if number_cues.leads(text, q.start) or number_cues.among(text, q.number.end):
        these = number_cues.among(text, q.number.end)
        return _subject(text, start, q.start, headline, these) or back
    return None


def _contrasted(text: str, start: int, end: int, headline: bool) -> str | None:
    """The noun of another clause right before the number: "jumlah IKM 4 ribu, sedangkan UMKM |63 ribu|"."""
    clause = max(text.rfind(", ", start, end), text.rfind("; ", start, end))
    nouns = list(counted.phrases(text, clause + 2, end, headline)) if clause >= 0 else []
    touching = nouns and not text[nouns[-1].end : end].strip()
    return counted.base(nouns[-1].text) if touching else None


def _subject(text: str, start: int, end: int, headline: int, these: bool = False) -> str:
    """The noun before a number that it most likely counts, "" where there is none or only a level is named.

    With `these` it is preferred where "itu" follows: "lima koperasi| itu sehat, tiga di antaranya".
    """
    nouns = number_cues.subjects(text, start, end, start < headline)
    if not nouns or number_cues.is_level(text, end):
        return ""
    described = [n for n in nouns if number_cues.is_described(text, n.end) and "," not in text[n.end : end]]
    pointed = [n for n in nouns if these and number_cues.is_pointed(text, n.end)]
    best = (pointed or described or nouns)[-1]  # "UMKM yang sudah bersertifikat halal baru 1,3 juta"
    return counted.base(" ".join(best.text.split()[: counted.UNIT_WORDS]))
