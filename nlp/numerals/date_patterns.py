"""The written forms of a day in Indonesian news, as patterns over lexicon/months.toml, and what stands around them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from nlp.data import lexicon

LOOK_BACK = 60  # characters before a day in which its weekday can stand: "Senin dan Selasa siang kemarin, tanggal "
TWO_DIGIT_YEARS = 2000  # "3/7/19"

_DATA = lexicon("months")
_WORDS: dict[str, list[str]] = _DATA["words"]


def _any(words: Iterable[str]) -> str:
    """One of these words; a blank in a word stands for any blanks."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _numbers(*tables: str) -> dict[str, int]:
    return {word.casefold(): int(n) for table in tables for n, words in _DATA[table].items() for word in words}


MONTHS = _numbers("months", "short")
WEEKDAYS = _numbers("weekdays")
_FULL = _any(w for words in _DATA["months"].values() for w in words)
_SHORT = _any(v for words in _DATA["short"].values() for w in words for v in (w, w.upper()))
_WEEKDAY = rf"(?i:{_any(WEEKDAYS)})"
_MONTH = rf"(?P<month>(?i:{_FULL})|{_SHORT}\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_JOIN = rf"(?:\s*[-–—&]\s*|\s*,?\s+{_any(_WORDS['joins'])}\s+)"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%])"
_WITH_DAY = rf"(?:{_WEEKDAY},?\s+)?"
# "3", "3-5", "3 dan 4", "3, 4, dan 5", "3 hingga Sabtu 5"
_DAYS = rf"(?P<days>{_DAY}(?:(?:\s*,\s*{_DAY}){{0,9}}{_JOIN}{_WITH_DAY}{_DAY})?)"
_FREE = r"(?<![\w/])(?<!\d[.,])(?<!\w-)"  # not inside a number, "Covid-19" or "U-17"

_BEFORE_YEAR = rf"(?:\s*,?\s*(?:{_any(_WORDS['year'])}\s+)?|[-/])"
# The same before a month in words, where a month or a year may be tied to it: "3 Juli-5 Agustus", not "Covid-19 Maret".
_FREE_NAMED = r"(?<![\w/])(?<!\d[.,])(?<![A-Za-hj-km-qu-z]-)"
NAMED = re.compile(rf"{_FREE_NAMED}{_DAYS}(?:\s*|-|/){_MONTH}(?!\w)(?:{_BEFORE_YEAR}{_YEAR})?")
NUMERIC = re.compile(
    rf"{_FREE}{_DAYS}\s?(?P<mark>[/.-])\s?(?P<number>0?[1-9]|1[0-2])"
    # a year of three digits is a misprint: "(4/11/205)"
    rf"(?:(?:\s?(?:(?P=mark)|-|[./](?=20\d\d(?!\d)))\s?|\s?(?=20\d\d(?!\d)))(?:(?P<year>(?:19|20)\d\d|\d\d)|\d{{3}}))?(?![\w/]|[.,-]\d)"
)
# "30/6-2/7/2019"
CROSSING = re.compile(
    rf"{_FREE}(?P<days>{_DAY})/(?P<number>0?[1-9]|1[0-2])(?:/(?P<year>20\d\d))?{_JOIN}"
    rf"(?P<days2>{_DAY})/(?P<number2>0?[1-9]|1[0-2])(?:/(?P<year2>20\d\d))?(?![\w/]|[.,-]\d)"
)
ISO = re.compile(
    r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<number>0?[1-9]|1[0-2])(?P=mark)(?P<days>0?[1-9]|[12]\d|3[01])(?![\w/-])"
)
ENGLISH = re.compile(rf"(?<!\w){_MONTH}\s+(?P<days>{_DAY})(?:st|nd|rd|th)?,\s*{_YEAR}")  # "July 3, 2019"
# "Monday, August 7", "on October 6": without a year only behind an English weekday or preposition
ENGLISH_BARE = re.compile(
    rf"(?<!\w)(?:(?={_WEEKDAY})|{_any(_WORDS['english_before'])}\s+)"
    rf"(?P<whole>(?:{_WEEKDAY},?\s+)?{_MONTH}\s+(?P<days>{_DAY})(?:st|nd|rd|th)?)"
    r"(?!\w|,?\s*(?:1[5-9]|20)\d\d|[.,:/]\d)"
)
# "Monday (3/28)": the month first, where the other number can only be a day
AMERICAN = re.compile(
    r"(?<![\w/.-])(?P<number>0?[1-9]|1[0-2])/(?P<days>1[3-9]|2\d|3[01])(?:/(?P<year>20\d\d))?(?![\w/]|[.,-]\d)"
)
FORMS = (ISO, CROSSING, NUMERIC, NAMED, ENGLISH, ENGLISH_BARE, AMERICAN)
STATED_YEAR = re.compile(r"(?<![\w/.,])(?:19[5-9]|20)\d\d(?![\w.,]?\d|%)")
GAP = re.compile(rf"\)?{_JOIN}(?:{_WEEKDAY}\s*,?\s*\(?\s*)?|\)?\s*,\s*")  # between the two days of a range or list

_LEAD = re.compile(
    rf"(?<!\w){_WEEKDAY}(?:{_JOIN}{_WEEKDAY})?(?:\s+(?i:{_any(_WORDS['parts_of_day'])}))*\s*,?\s*"
    rf"(?P<open>[(\[])?\s*(?:(?i:{_any(_WORDS['date'])})\s+)?\Z"
)
_BRACKET = re.compile(rf"(?<!\w)(?i:{_any(_WORDS['before_bracket'])}),?\s*(?P<open>\()\s*\Z")
_OPEN = re.compile(r"(?P<open>\()\s*\Z")
_DATE_WORD = re.compile(rf"(?<!\w)(?i:{_any(_WORDS['date'])})\s+\Z")
_NAME = re.compile(rf"(?<!\w){_any(_WORDS['names'])}\s+\Z")
_DATELINE = (  # "ANTARAJAWABARAT.com,15/2 - Ratusan perajin", "Buntok, Kalteng 13/6 (Antara) - "
    re.compile(r"(?:^|\n)[A-Z][^\n]{2,40}[\s,]\Z"),
    re.compile(rf"\s*(?:\({_any(_WORDS['agency'])}|[-–—]+\s+[A-Z])"),
)
_CLOSE = re.compile(r"\s*[)\]]")
_CLOSED_WITHIN = re.compile(r"\s*[)\]](?P<on>,?\s[a-z]|[.,;](?!\d))?")  # and the sentence goes on, or ends
_YEARS_OFF = [
    (re.compile(rf"\s+{_any(_WORDS[kind])}\b"), years)
    for kind, years in (("this_year", 0), ("last_year", -1), ("next_year", 1))
]
_DIRECTIONS = [(re.compile(rf"\)?\s+{_any(_WORDS[kind])}\b"), sign) for kind, sign in (("past", -1), ("future", 1))]


@dataclass(frozen=True)
class Found:
    """One written day, or the days of one month that are written together."""

    days: tuple[int, ...]
    starts: tuple[int, ...]  # where each day's digits stand
    month: int
    year: int | None
    start: int  # with the weekday
    end: int  # with the closing bracket
    inner_end: int  # without it
    bare: bool  # digits alone ("3/7", "3-7-19"): a day only where a weekday or a bracket says so
    weekday: int | None = None  # 1 is Monday; of the first day
    years_off: int | None = None  # "tahun lalu" is -1
    direction: int = 0  # "lalu" is -1, "mendatang" 1


def found_in(match: re.Match[str], text: str) -> list[Found]:
    """The days of one match of FORMS with what stands around them; none when they are no days."""
    first = _around(text, _plain(match, ""))
    if first is None:
        return []
    if match.re is not CROSSING:
        return [first]
    second = _plain(match, "2")
    inner = match.end("number") if first.year is None else match.end("year")
    return [replace(first, end=inner, inner_end=inner), replace(_after(text, second), bare=False)]


def _plain(match: re.Match[str], which: str) -> Found:
    groups = match.groupdict()
    start = match.start("days" + which)
    numbers = list(re.finditer(r"\d+", match["days" + which]))
    year = groups.get("year" + which)
    named = groups.get("month")
    whole = year is not None and (len(year) > len("19") or named is not None)
    begin = start if which else match.start("whole" if "whole" in groups else 0)
    return Found(
        days=tuple(int(number.group()) for number in numbers),
        starts=tuple(start + number.start() for number in numbers) if len(numbers) > 1 else (begin,),
        month=MONTHS[named.rstrip(".").casefold()] if named else int(match["number" + which]),
        year=None if year is None else int(year) + (0 if len(year) > len("19") else TWO_DIGIT_YEARS),
        start=begin,
        end=match.end(),
        inner_end=match.end(),
        bare=not (named or whole) or (groups.get("mark") in (".", "-") and len(numbers) > 1),
    )


def _around(text: str, found: Found) -> Found | None:
    """With its weekday and brackets; None for digits that nothing shows to be a day, and for names."""
    head = text[max(0, found.start - LOOK_BACK) : found.start]
    if _NAME.search(head):
        return None
    lead = _LEAD.search(head)
    mark = lead or (_BRACKET.search(head) if found.bare else None)
    shown = mark or _DATE_WORD.search(head) or _is_enclosed(text, found, head) or _opens(text, found, head)
    if found.bare and not shown:
        return None
    found = _after(text, found)
    if lead is None:
        return found
    weekday = re.match(_WEEKDAY, lead.group())
    closing = _CLOSE.match(text, found.inner_end) if lead["open"] else None
    return replace(
        found,
        start=found.start - len(lead.group()),
        end=closing.end() if closing else found.end,
        weekday=WEEKDAYS[weekday.group().casefold()] if weekday else None,
    )


def _opens(text: str, found: Found, head: str) -> bool:
    """Whether it ends a dateline: "Kupang, 15/2 - Ratusan perajin"."""
    place, dash = _DATELINE
    return bool(place.search(head)) and dash.match(text, found.inner_end) is not None


def _is_enclosed(text: str, found: Found, head: str) -> bool:
    """Whether it stands in brackets of its own: "di Solo (3/11) pagi", "(17/8)"; "(1/3)" under a series is a part."""
    if _OPEN.search(head) is None:
        return False
    if found.year is not None:
        return True
    tail = _CLOSED_WITHIN.match(text, found.inner_end)
    slash = "/" in text[found.starts[0] : found.inner_end]
    return slash and tail is not None and (found.days[0] > found.month or tail["on"] is not None)


def _after(text: str, found: Found) -> Found:
    """With what the words behind it say of its year."""
    for pattern, years in _YEARS_OFF:
        if match := pattern.match(text, found.end):
            return replace(found, years_off=years, end=match.end(), inner_end=match.end())
    for pattern, direction in _DIRECTIONS:
        if pattern.match(text, found.end):
            return replace(found, direction=direction)
    return found
