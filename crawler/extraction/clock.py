"""Dates and clocks in text, as people and as machines print them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from crawler.extraction.words import alternatives, months, table

FIRST_YEAR, LAST_YEAR = 1995, 2100  # detik, the first Indonesian news site, began in 1998
_MONTH = "|".join(sorted(months(), key=len, reverse=True))
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])\s?[:.]\s?(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?:\s?(?P<half>[ap]\.?m\b\.?))?"
)
_AT = rf"(?:(?:{alternatives('dates', 'before')})\s+)?(?:{alternatives('dates', 'clock')}|-)?"
_GAP = rf"\)?[\s,|/·•–—-]*{_AT}[\s:.,|·•–—-]*"  # between a date and its clock
_ZONE = r"(?:\s*\(?(?P<zone>wib|wita|wit)\b)?"
_DATES = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s./-]+(?P<month>{_MONTH})\.?[\s,./-]+(?P<year>\d{{4}})",
    rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    r"(?P<year>(?:19|20)\d\d)[/.-](?P<nmonth>\d{1,2})[/.-](?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})[/.-](?P<nmonth>\d{1,2})[/.-](?P<year>(?:19|20)\d\d|\d\d)(?![\d/.-])",
)
_PRINTED = tuple(re.compile(rf"(?<![\d/.-]){d}(?:{_GAP}{_CLOCK}{_ZONE})?", re.IGNORECASE) for d in _DATES)
_CLOCK_FIRST = tuple(re.compile(rf"(?<!\d){_CLOCK}{_ZONE}[\s,|/·•–—-]+(?:\w+,\s*)?{d}", re.IGNORECASE) for d in _DATES)
CLOCK_ALONE = re.compile(rf"\W*{_CLOCK}{_ZONE}\W*", re.IGNORECASE)
_MACHINE = re.compile(
    r"((?:19|20)\d\d)[-/.](\d\d?)[-/.](\d\d?)(?:\s*(?:T|WIB|WITA|WIT|,)?\s*(\d\d?)[:.-](\d\d)(?:[:.-](\d\d))?(?:\.\d+)?\s*"
    r"(Z|UTC|GMT|[+-]\d\d:?\d\d|WIB|WITA|WIT)?)?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(\d{1,2})\s+([A-Za-z]{3})\w*\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s*(GMT|UTC|Z|[+-]\d{4})?")


@dataclass(frozen=True)
class Moment:
    """A date, with a clock and an offset as far as they were said."""

    value: datetime  # naive: the wall clock as printed
    clock: bool  # whether an hour was said
    offset: timezone | None  # what was said of the zone; None when nothing
    seconds: bool = False

    def at(self, zone: tzinfo) -> datetime:
        """The instant, where a wall clock without zone is that of `zone`; in that zone."""
        return self.value.replace(tzinfo=self.offset or zone).astimezone(zone)

    def local(self, zone: tzinfo) -> datetime:
        """The same, but a clock that names one of Indonesia's own offsets keeps it."""
        hours = self.offset.utcoffset(None) // timedelta(hours=1) if self.offset else None
        own = hours in table("zones").values()
        return self.value.replace(tzinfo=self.offset) if own else self.at(zone)


def printed(text: str) -> Moment | None:
    """The first date in a line as people read it: "Rabu, 3 Juli 2019 17:41 WIB" -> 2019-07-03 17:41, +07:00."""
    return next((moment for moment, _ in dates(text)), None)


def dates(text: str) -> list[tuple[Moment, int]]:
    """Every date in a line and where it begins, those with a clock first."""
    if not any(c.isdigit() for c in text):
        return []
    found = [(m, _moment(m)) for p in (*_CLOCK_FIRST, *_PRINTED) for m in p.finditer(text)]
    found = [(m, moment) for m, moment in found if moment]
    found.sort(key=lambda pair: (pair[0].group("hour") is None, pair[0].start(), pair[0].start() - pair[0].end()))
    return [(moment, m.start()) for m, moment in found if moment]


def machine(text: str) -> Moment | None:
    """A date as machines print it: "2023-11-02T20-59-53Z" -> 20:59:53, offset 0; "null WIB" -> None."""
    match = _MACHINE.search(text)
    if match:
        year, month, day, hour, minute, second, zone = match.groups()
        return _built(year, month, day, hour, minute, second, _offset(zone))
    mail = _MAIL.search(text)
    if mail and mail.group(2).lower() in months():
        day, name, year, hour, minute, second, zone = mail.groups()
        return _built(year, str(months()[name.lower()]), day, hour, minute, second, _offset(zone))
    return printed(text)


def in_address(url: str) -> Moment | None:
    """The day in an address: "/read/2023/11/02/…" -> 2023-11-02; None when there is none."""
    match = re.search(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_-]|\d{2,}|$)", url)
    return _built(match.group(1), match.group(2), match.group(3), None, None, None, None) if match else None


def _moment(match: re.Match[str]) -> Moment | None:
    part = match.groupdict()
    month = part.get("nmonth") or months()[part["month"].lower()]
    year = part["year"] if len(part["year"]) == 4 else f"20{part['year']}"
    hour = part.get("hour")
    half = (part.get("half") or "").replace(".", "").lower()
    if hour and half:
        hour = str(int(hour) % 12 + (12 if half == "pm" else 0)) if int(hour) <= 12 else hour
    return _built(
        year, str(month), part["day"], hour, part.get("minute"), part.get("second"), _offset(part.get("zone"))
    )


def _built(
    year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None, offset: timezone | None
) -> Moment | None:
    try:
        value = datetime(int(year), int(month), int(day), int(hour or 0) % 24, int(minute or 0), int(second or 0))
    except ValueError:
        return None
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        return None
    return Moment(value, hour is not None, offset if hour is not None else None, second is not None)


def _offset(zone: str | None) -> timezone | None:
    if not zone:
        return None
    name = zone.lower()
    if name in table("zones"):
        return timezone(timedelta(hours=table("zones")[name]))
    if name in ("z", "utc", "gmt"):
        return UTC
    hours, minutes = int(name[1:3]), int(name[-2:])
    return timezone((timedelta(hours=hours, minutes=minutes)) * (-1 if name[0] == "-" else 1))
