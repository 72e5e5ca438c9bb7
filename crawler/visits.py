"""What is asked for and what came back, and the times of articles.db. Pure."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True)
class Visit:
    """One address to ask for, as in table `visits`."""

    url: str
    kind: str  # feed, sitemap, index, article, part
    article: str | None = None  # of a part: the first page
    number: int | None = None
    listed: dict[str, Any] = field(default_factory=dict)  # what a listing said of it; of part 0 the `later` addresses


@dataclass(frozen=True)
class Received:
    """One page that came back, with the later pages found on it: the item that spiders yield."""

    visit: Visit
    url: str  # where redirects led
    status: int
    headers: dict[str, str]
    body: bytes
    fetched: str  # UTC: now, or when the archive took it
    parts: tuple[Visit, ...] = ()


def visit_of(row: tuple[str, str, str | None, int | None, str | None]) -> Visit:
    """The visit of a row: url, kind, article, number and listed, in this order."""
    url, kind, article, number, listed = row
    return Visit(url, kind, article, number, json.loads(listed or "{}"))


def now() -> str:
    """This moment, UTC, as all times in articles.db."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def later(one: str, other: str | None) -> bool:
    """Whether a time is after another; a date alone is its first moment, without offset it is UTC."""
    return other is None or instant(one) > instant(other)


def instant(text: str) -> datetime:
    """An ISO 8601 time or date as a moment."""
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)
