"""A site that refuses is left alone: Retry-After is obeyed, and each refusal makes the next pauses longer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from sqlite_utils import Database

from crawler.store import transaction

FIRST = timedelta(hours=1)  # four runs of a quarter of an hour: a passing limit is over by then
LONGEST = timedelta(days=1)
MAX_DELAY = 30.0  # seconds between two requests to a site that has refused; more would not get through a day's news
WAITING = frozenset({429, 503})  # answers whose Retry-After counts (RFC 9110, RFC 6585)


@dataclass(frozen=True)
class Backoff:
    """How a publisher is spared."""

    refusals: int = 0  # runs that ended in a refusal, less those that went well since
    until: str = ""  # UTC: not asked before
    reason: str | None = None

    def waits(self, now: datetime) -> bool:
        """Whether the publisher is not to be asked yet."""
        return bool(self.until) and now < datetime.fromisoformat(self.until)

    def delay(self, seconds: float) -> float:
        """The usual pause between two requests, doubled for each refusal: 1 s after two refusals -> 4 s."""
        return min(seconds * 2.0**self.refusals, max(MAX_DELAY, seconds))

    def refused(self, now: datetime, reason: str, asked: timedelta | None = None) -> "Backoff":
        """After one more refusal: an hour, then two, up to a day; what the site asks for where that is more."""
        wait = min(FIRST * 2**self.refusals, LONGEST) if asked is None else asked
        return Backoff(self.refusals + 1, (now + wait).isoformat(timespec="seconds"), reason)

    def well(self) -> "Backoff":
        """After a run that went well."""
        return Backoff(max(0, self.refusals - 1), "", self.reason)


def load(db: Database, publisher: str) -> Backoff:
    """How this publisher is spared now."""
    row = db.execute("select refusals, until, reason from backoffs where publisher = ?", [publisher]).fetchone()
    return Backoff(*row) if row else Backoff()


def save(db: Database, publisher: str, backoff: Backoff) -> None:
    """Keep it for the next run; nothing is kept of a publisher that need not be spared."""
    with transaction(db) as conn:
        conn.execute("delete from backoffs where publisher = ?", [publisher])
        if backoff.refusals or backoff.until:
            values = [publisher, backoff.refusals, backoff.until, backoff.reason]
            conn.execute("insert into backoffs (publisher, refusals, until, reason) values (?, ?, ?, ?)", values)


def retry_after(status: int, headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long an answer asks us to wait, a week at most; None when it does not.

    429, {"retry-after": "120"} -> 2 minutes; an HTTP date counts from `now`
    """
    said = headers.get("retry-after", "").strip()
    if status not in WAITING or not said:
        return None
    if said.isdigit():
        return timedelta(seconds=min(int(said), 7 * 24 * 3600))
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(moment - now, timedelta(0)), timedelta(days=7))


class NoRetryWhenAsked:
    """An answer that says when to come again is not asked again before: Scrapy's own retry passes over it."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls()

    def process_response(self, request: Request, response: Response) -> Response:
        """Mark the request of such an answer."""
        if response.status in WAITING and b"Retry-After" in response.headers:
            request.meta["dont_retry"] = True
        return response
