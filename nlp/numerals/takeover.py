"""All quantities of a text: ranges joined, units printed once shared, nouns left out taken over from before. Pure.

"dari 4,4 juta pelaku usaha baru 30.000" -> 4.4e6 pelaku usaha, 30000 pelaku usaha
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from nlp.data import lexicon
from nlp.numerals import counted, number_cues
from nlp.numerals.quantities import LARGE, Quantity, printed
from nlp.text.patterns import any_of

SENTENCES_BACK = 2  # a noun further back is hardly meant
FEW = 10  # "satu dari tiga" is a ratio, "satu dari 250 peserta" is not
ALONE = 1e9  # from here on an amount without a noun can be money that is spoken of: people and things have their noun
NOTHING_ELSE = 1e12  # so many of anything else the press hardly ever counts
EARNED = 1e6  # the least that "omzet … biasanya dua juta" speaks of without its currency
NEAR_MONEY = 200  # characters behind it in which an amount of money is looked for
HOME = "IDR"  # what an amount of money is in when no currency is printed


@dataclass(frozen=True)
class _Between:
    """What may stand between two numbers."""

    range: re.Pattern[str]
    opening: re.Pattern[str]
    both: re.Pattern[str]
    list: re.Pattern[str]
    change: re.Pattern[str]
    times: re.Pattern[str]
    other: re.Pattern[str]


@cache
def _between() -> _Between:
    words = lexicon("connectors")["words"]
    roughly = rf"(?:{any_of(words['roughly'])}\s)?"
    # "US$6,5 per MMBTU-US$7 per MMBTU"
    rate = rf"(?:\s?{any_of(words['per'])}(?:\s|(?<=/))[^\W\d]+)?"
    return _Between(
        range=re.compile(rf"{rate}\s?{any_of(words['range'])}\s?{roughly}", re.I),
        opening=re.compile(rf"\b{any_of(words['between'])}\s$", re.I),
        both=re.compile(rf"\s{any_of(words['and'])}\s", re.I),
        list=re.compile(rf"(?:,?\s?{any_of(words['list'])}\s?)", re.I),
        change=re.compile(rf"\s?{any_of(words['change'])}\s?{roughly}", re.I),
        other=re.compile(rf",?\s?{any_of(words['or'])}\s?", re.I),
        times=re.compile(rf"\s?{any_of(words['times'])}\s?", re.I),
    )


def quantities(text: str, sentences: Sequence[tuple[int, int]], headline: int = 0) -> list[Quantity]:
    """All quantities in the order of the text; its first `headline` characters print every word with a capital."""
    found = list(printed(text, headline))
    found = _ratios(text, _shared(text, _ranges(text, found)))
    return [q for q in _taken_over(text, found, sentences, headline) if q.unit is not None]


def _ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Joins "10-15 persen", "Rp 25 juta hingga Rp 30 juta" and "antara 5 dan 10 ton" into one each."""
    joined: list[Quantity] = []
    for q in found:
        first = joined[-1] if joined else None
        if first and (both := _range(text, first, q)):
            joined[-1] = both
        elif first and first.bare and _is_score(text, first, q):
            joined.pop()
        else:
            joined.append(q)
    return joined


def _is_score(text: str, a: Quantity, b: Quantity) -> bool:
    """ "2-1", "2-2 melawan", "5x5 Asia": a hyphen between numbers that do not rise, or the size of a team."""
    gap = text[a.end : b.start]
    return (
        (gap in ("-", "–") or bool(_between().times.fullmatch(gap)))
        and a.number.plain
        and b.number.plain
        and b.kind == "count"
    )


def _range(text: str, a: Quantity, b: Quantity) -> Quantity | None:
    gap = text[a.end : b.start]
    between = _between()
    pair = between.opening.search(text[max(0, a.start - 10) : a.start]) and between.both.fullmatch(gap)
    if not (between.range.fullmatch(gap) or pair) or a.value is None or b.value is None or a.upper or b.upper:
        return None
    if not (a.bare or b.bare or (a.kind, a.unit) == (b.kind, b.unit)) or "" in (a.unit, b.unit):
        return None
    shares = a.number.magnitude == 1 and (a.number.value or 0) < (b.number.value or 0) / b.number.magnitude
    value, named = (a.number.value or 0) * b.number.magnitude if shares else a.value, b if a.bare else a
    if value >= b.value:
        return None
    return replace(
        b,
        number=a.number if a.large else b.number,
        value=value,
        upper=b.value,
        kind=named.kind,
        unit=named.unit,
        start=a.start,
    )


def _shared(text: str, found: list[Quantity]) -> list[Quantity]:
    """A unit printed once for several numbers: "5, 10, dan 15 persen", "dari 10 persen menjadi 15"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        if _takes_from_next(text, out[i], out[i + 1]):
            out[i] = replace(out[i], kind=out[i + 1].kind, unit=out[i + 1].unit, borrowed=True)
    for i in range(1, len(out)):
        if _takes_from_last(text, out[i - 1], out[i]):
            out[i] = replace(out[i], kind=out[i - 1].kind, unit=out[i - 1].unit, borrowed=True)
    return out


def _takes_from_next(text: str, a: Quantity, b: Quantity) -> bool:
    """ "5| dan 10 persen", "3|x4 meter"; "12 juta| atau 18 persen" are two things."""
    gap = text[a.end : b.start]
    if not a.bare or b.bare or not _between().list.fullmatch(gap):
        return False
    if b.kind == "percent" and (a.large or _between().other.fullmatch(gap)):
        return False
    return b.kind == "measure" or not _between().times.fullmatch(gap)


def _takes_from_last(text: str, a: Quantity, b: Quantity) -> bool:
    """ "dari 10 persen menjadi |15", "dari Rp 2 miliar menjadi |3 miliar"."""
    if not b.bare or not _between().change.fullmatch(text[a.end : b.start]):
        return False
    return (a.kind in ("percent", "measure") and not b.large) or (a.kind == "money" and b.number.magnitude > 1)


def _ratios(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "satu dari tiga UMKM" is one ratio."""
    out: list[Quantity] = []
    for q in found:
        if out and _is_one_of(text, out[-1], q) and q.value:
            out[-1] = replace(q, value=1 / q.value, kind="ratio", unit="", start=out[-1].start)
        else:
            out.append(q)
    return out


def _is_one_of(text: str, a: Quantity, b: Quantity) -> bool:
    of = text[a.end : b.start].strip().lower() in lexicon("connectors")["words"]["of"]
    return of and a.kind == b.kind == "count" and a.value == 1 and 1 < (b.value or 0) <= FEW


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
            if (q.value or 0) >= LARGE and q.large and _is_money(text, q, found, (earlier, start), q.start < headline):
                q = replace(q, kind="money", unit=HOME, borrowed=True)
            elif _counts_something(text, q, q.start < headline):
                q = replace(q, unit=_antecedent(text, q, counts, start, earlier, q.start < headline), borrowed=True)
        if q.kind == "count" and q.unit:
            counts.append(q)
        yield q


def _is_money(text: str, q: Quantity, found: list[Quantity], since: tuple[int, int], headline: bool) -> bool:
    """Whether a bare amount is one of money, whose sentence begins at since[1], the sentences before at since[0].

    The words before it say so; or no noun is near and money is spoken of: "dari Rp 20 miliar ke |65,5 miliar|".
    """
    earlier, start = since
    if q.number.magnitude >= NOTHING_ELSE or number_cues.is_money(text, start, q.start, headline):
        return True
    if number_cues.amount_before(text, start, q.start, headline):
        return False
    near = [other for other in found if other.kind == "money" and earlier <= other.start < q.end + NEAR_MONEY]
    return bool(near and q.number.magnitude >= ALONE) or (
        (q.value or 0) >= EARNED and number_cues.is_earned(text, earlier, q.start)
    )


def _counts_something(text: str, q: Quantity, headline: bool) -> bool:
    """Whether a bare number can be a quantity at all: it is large, or the words around it point to a noun."""
    if (q.value or 0) % 1 or (q.value == 1 and not q.number.digits):  # nothing that is counted is left in pieces
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
    if q.large:
        back = counts[-1].unit if counts and counts[-1].start >= earlier else None
        return back or _subject(text, start, q.start, headline)
    return (_subject(text, start, q.start, headline) or None) if number_cues.leads(text, q.start) else None


def _contrasted(text: str, start: int, end: int, headline: bool) -> str | None:
    """The noun of another clause right before the number: "jumlah IKM 4 ribu, sedangkan UMKM |63 ribu|"."""
    clause = max(text.rfind(", ", start, end), text.rfind("; ", start, end))
    nouns = list(counted.phrases(text, clause + 2, end, headline)) if clause >= 0 else []
    touching = nouns and not text[nouns[-1].end : end].strip()
    return counted.base(nouns[-1].text) if touching else None


def _subject(text: str, start: int, end: int, headline: int) -> str:
    """The noun before a number that it most likely counts, "" where there is none or only a level is named."""
    nouns = list(counted.phrases(text, start, end, start < headline))
    if not nouns or number_cues.is_level(text, end):
        return ""
    described = [n for n in nouns if number_cues.is_described(text, n.end) and "," not in text[n.end : end]]
    best = described[-1] if described else nouns[-1]  # "UMKM yang sudah bersertifikat halal baru 1,3 juta"
    return counted.base(" ".join(best.text.split()[: counted.UNIT_WORDS]))
