"""When an article was published: the printed clock and the clocks for machines, and which of them is true."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from crawler.extraction.blocks import Page
from crawler.extraction.clock import CLOCK_ALONE, Moment, dates, machine
from crawler.extraction.structured import Structured
from crawler.extraction.words import alternatives

DATE_LINE = 160  # longest line that is taken for a date line; captions that hold a date are longer or have no clock
MAX_DAY_LINE, MAX_DAY_START = (
    100,
    30,
)  # the same for a date without a clock, and where it begins (in captions: at the end)
BEFORE, AFTER = 8, 25  # blocks around the headline in which the date line stands

_MODIFIED = re.compile(rf"\b(?:{alternatives('labels', 'modified')})\b[^|•/]{{0,25}}$", re.IGNORECASE)
_META = (
    "article:published_time", "publishdate", "dtk:publishdate", "content_publisheddate", "pubdate", "datepublished",
    "publish-date", "publish_date", "article:published", "og:published_time", "article.published", "parsely-pub-date",
    "sailthru.date", "date", "dc.date", "dc.date.issued", "dcterms.created", "dc.date.created", "article_date_original",
    "published_at", "cxenseparse:recs:publishtime", "created_time", "datecreated", "createdate",
    "og:article:published_time",
)  # fmt: skip
_META_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified")


def settled(shown: Moment | None, said: Iterable[Moment], zone: tzinfo) -> datetime | date | None:
    """The true instant, from the printed clock and what machines are told.

    A machine's clock that reads the same minute as the printed one is that local clock, whatever zone it claims
    (detik's false Z); one that is the same instant lends its seconds (Kompas' UTC); one that is neither yields to it.
    Without a printed clock an offset is believed, unless it is zero and only the wall clock's day is the printed one.
    """
    said = [moment for moment in said if moment is not None]
    if shown and shown.clock:
        return _confirmed(shown, said, zone)
    clocks = [m for m in said if m.clock]
    clocks.sort(
        key=lambda m: (m.offset is None, m.offset is not None and not m.offset.utcoffset(None))
    )  # +07:00, Z, none
    for moment in clocks:
        false_zone = (
            moment.offset is not None
            and not moment.offset.utcoffset(None)
            and _claims_falsely(moment, said, shown, zone)
        )
        instant = moment.value.replace(tzinfo=zone) if false_zone else moment.local(zone)
        if shown is None or abs(instant.date() - shown.value.date()) <= timedelta(days=1):
            return instant
    day = shown or next(iter(said), None)
    return day.value.date() if day else None


def shown_time(page: Page, position: int, body_start: int) -> tuple[Moment | None, Moment | None]:
    """The printed date of publication and of the last change: the line nearest to the headline that has a clock."""
    start = max(0, position)
    after = range(start + (position >= 0), min(max(body_start, start + 1), start + AFTER, len(page.blocks)))
    before = range(start - 1, max(-1, start - BEFORE - 1), -1)
    modified: Moment | None = None
    days: list[Moment] = []
    for index in [*after, *before]:
        block = page.blocks[index]
        if len(block.text) > DATE_LINE or (index < start and (block.linked > 0.5 or not _beside(page, index, start))):
            continue
        shown: Moment | None = None
        for moment, at in dates(_with_clock(page, index)):
            if _MODIFIED.search(block.text[max(0, at - 40) : at]):
                modified = modified or moment
            elif moment.clock:
                shown = shown or moment
            elif (len(block.text) < MAX_DAY_LINE and at < MAX_DAY_START) or block.el.tag == "time":
                days.append(moment)
        if shown is not None:
            return shown, modified
    return (days[0] if days else None), modified


def _with_clock(page: Page, index: int) -> str:
    """A line, with the next one where that is nothing but its clock: "Juni 5, 2024" + "8:10 am"."""
    following = page.blocks[index + 1].text if index + 1 < len(page.blocks) else ""
    return f"{page.blocks[index].text} {following}" if CLOCK_ALONE.fullmatch(following) else page.blocks[index].text


def _beside(page: Page, index: int, position: int) -> bool:
    """Whether a block above the headline stands in one box with it, and not in the site's head."""
    above = page.blocks[index].el
    near = [above, *list(above.iterancestors())[:3]]
    return any(el in near for el in page.blocks[position].el.iterancestors()) if position < len(page.blocks) else False


def machine_times(page: Page, facts: Structured, position: int, body_end: int) -> list[Moment]:
    """What machines are told of the publication, the surest first."""
    texts = [facts.text("datePublished")]
    for at, el in page.times:
        if position - BEFORE <= at <= body_end + BEFORE and el.get("itemprop") != "dateModified":
            texts.append(el.get("datetime") or el.get("content") or el.get("title") or "")
    texts += [facts.meta[name] for name in _META if name in facts.meta] + [facts.text("dateCreated")]
    return [moment for text in texts if text for moment in [machine(text)] if moment]


def modified_times(facts: Structured) -> list[Moment]:
    """What machines are told of the last change."""
    texts = [facts.text("dateModified"), *(facts.meta.get(name, "") for name in _META_MODIFIED)]
    return [moment for text in texts if text for moment in [machine(text)] if moment]


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name."""
    return ZoneInfo(name)


def iso(value: datetime | date | None) -> str | None:
    """ISO 8601 with offset, or the date alone."""
    return value.isoformat() if value else None


def _confirmed(shown: Moment, said: list[Moment], zone: tzinfo) -> datetime:
    instant = shown.value.replace(tzinfo=shown.offset or zone)
    minute = shown.value.replace(second=0)
    for moment in said:
        if moment.clock and moment.value.replace(second=0) == minute:
            return moment.value.replace(
                tzinfo=(not shown.offset and moment.offset != UTC and moment.offset) or instant.tzinfo
            )
        if moment.clock and abs(moment.at(zone) - instant) < timedelta(minutes=1):
            return moment.at(instant.tzinfo or zone)
    return instant


def _claims_falsely(moment: Moment, said: list[Moment], shown: Moment | None, zone: tzinfo) -> bool:
    """Whether a clock that says UTC is a local one: another reads the same with a real offset, or the day tells."""
    for other in said:
        if other.clock and other.offset != UTC and abs(other.value - moment.value) < timedelta(minutes=1):
            return True
    if shown is None:
        return False
    return moment.at(zone).date() != shown.value.date() == moment.value.date()
