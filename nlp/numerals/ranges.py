"""Several numbers that the text joins into one quantity, or that share the unit of one. Pure.

"10-15 persen", "antara 5 dan 10 ton", "5, 10, dan 15 persen", "satu dari tiga UMKM"
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from nlp.data import lexicon
from nlp.numerals import number_cues
from nlp.numerals.quantities import Quantity
from nlp.text.patterns import any_of

FEW = 10  # "satu dari tiga" is a ratio, "satu dari 250 peserta" is not


def joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities with ranges and ratios joined into one each, and with the unit that several share."""
    return _ratios(text, _shared(text, _ranges(text, found)))


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
    part_of = gap.strip().lower() in lexicon("connectors")["words"]["of"]
    if part_of and (a.value or 0) > (b.value or 0):  # "1.200 dari 60 negara"
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
    """ "satu dari tiga UMKM", "tiga dari empat perajin" is one ratio each."""
    out: list[Quantity] = []
    for q in found:
        if out and _is_one_of(text, out[-1], q) and q.value:
            out[-1] = replace(q, value=(out[-1].value or 1) / q.value, kind="ratio", unit="", start=out[-1].start)
        else:
            out.append(q)
    return out


def _is_one_of(text: str, a: Quantity, b: Quantity) -> bool:
    of = text[a.end : b.start].strip().lower() in lexicon("connectors")["words"]["of"]
    if not of or a.kind != "count" or b.kind != "count" or not a.value or not a.value < (b.value or 0) <= FEW:
        return False
    return a.value == 1 or number_cues.is_share(text, a.number, b.number, b.end, b.unit)
