"""Days named in a text. Pure: nothing but the text and the day of its publication.

Months or years alone, dates that do not exist, and days inside names ("Jalan 10 November") are left out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from nlp.numerals.date_patterns import FORMS, GAP, STATED_YEAR, Found, found_in

FAR = 240  # days: a day without a year that lies further off than eight months belongs to the year beside
HALF_YEAR = 183  # days: a weekday may move a day into another year only when that is no further off than this


@dataclass(frozen=True)
class Day:
    """One day and where it stands; the later days of a range stand inside the first one's range of characters."""

    day: date
    start: int  # characters of the text, half open
    end: int
    rule: str = "dates.year_printed"  # where its year comes from: a key of lexicon/rules.toml


def days(text: str, published: date | None = None) -> Iterator[Day]:
    """Every day in the text, in its order; the year from the text, else inferred from the day of publication.

    "Rabu (3/7/2019)" -> 2019-07-03; "3 hingga 5 Juli 2019" -> 2019-07-03 and 2019-07-05.
    """
    found = _with_years(text, _found(text))
    reference = published or _reference(text, found)
    for item in found:
        for number, start in zip(item.days, item.starts, strict=True):
            day = _day(item, number, reference, published is not None)
            if day is not None:
                whole = start == item.starts[0]
                begin, end = (item.start, item.end) if whole else (start, item.inner_end)
                yield Day(day, begin, end, f"dates.{_rule(item, day, published is not None)}")


def _found(text: str) -> list[Found]:
    """The written days of all forms, in their order; where two forms would overlap, the one that begins first."""
    found: list[Found] = []
    for match in sorted((match for form in FORMS for match in form.finditer(text)), key=_order):
        for item in found_in(match, text):
            end = found[-1].end if found else 0
            if item.starts[0] >= end:
                found.append(replace(item, start=max(item.start, end)))
    return found


def _order(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), -match.end()


def _with_years(text: str, found: list[Found]) -> list[Found]:
    """A year passes along a range or list: "30 Juni hingga 2 Juli 2019" is one year's."""
    found = list(found)
    for i in range(len(found) - 1, 0, -1):
        left, right = found[i - 1], found[i]
        if left.year is None and right.year and _joins(text, left, right):
            found[i - 1] = replace(left, year=right.year - (left.month > right.month))
    for i in range(1, len(found)):
        left, right = found[i - 1], found[i]
        if right.year is None and left.year and _joins(text, left, right):
            found[i] = replace(right, year=left.year + (left.month > right.month))
    return found


def _joins(text: str, left: Found, right: Found) -> bool:
    return bool(GAP.fullmatch(text, left.end, right.start))


def _reference(text: str, found: list[Found]) -> date | None:
    """A stand-in for an unknown day of publication: the first whole date with a weekday, else the year named most."""
    for item in found:
        if item.weekday and item.year and (day := _valid(item.year, item.month, item.days[0])):
            return day
    years = Counter(int(year) for year in STATED_YEAR.findall(text))
    if not years:
        return None
    return date(max(years, key=lambda year: (years[year], year)), 7, 1)


def _day(item: Found, number: int, reference: date | None, published: bool) -> date | None:
    """The day itself, None when it does not exist or its year cannot be known."""
    if item.year is not None:
        return _valid(item.year, item.month, number)
    if reference is None:
        return None
    if item.years_off is not None:
        return _valid(reference.year + item.years_off, item.month, number)
    near = [d for y in (0, -1, 1) if (d := _valid(reference.year + y, item.month, number))]
    if not near:
        return None
    if not published and near[0].year == reference.year and not item.weekday:
        return near[0]
    return _nearest(item, near, reference)


def _rule(item: Found, day: date, published: bool) -> str:
    """Where the year of a day comes from."""
    if item.year is not None:
        return "year_printed"
    if item.years_off is not None:
        return "year_said"
    if not published:
        return "year_of_text"
    if item.direction:
        return "before_or_after"
    return "weekday" if day.isoweekday() == item.weekday else "nearest"


def _nearest(item: Found, near: list[date], reference: date) -> date:
    """The most sensible of the same day in three years: what "lalu" and "mendatang" say, the weekday, then nearness."""
    if item.direction:
        on_side = [d for d in near if (d - reference).days * item.direction >= 0]
        near = on_side or near
        return min(near, key=lambda d: abs((d - reference).days))
    by_weekday = [d for d in near if d.isoweekday() == item.weekday and abs((d - reference).days) <= HALF_YEAR]
    if by_weekday:
        return by_weekday[0]
    if abs((near[0] - reference).days) <= FAR:
        return near[0]
    return min(near, key=lambda d: abs((d - reference).days))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31 February: no day
        return None
