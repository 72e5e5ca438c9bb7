"""What the run of a publisher came to, by its row in table `crawls`."""

import logging
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crawler.items import Outcome
from crawler.store import articles_db
from crawler.visits import instant


@dataclass(frozen=True)
class CrawlResult:
    """What one run of one publisher came to: its row in table `crawls`."""

    publisher: str
    found: int = 0  # addresses of articles never seen before
    fetched: int = 0  # pages that came back
    outcomes: dict[Outcome, int] = field(default_factory=dict)  # those that occurred
    seconds: float = 0.0
    error: str | None = None  # None: all went well

    def plus(self, other: "CrawlResult | None") -> "CrawlResult":
        """Two runs of one publisher as one."""
        if other is None:
            return self
        outcomes = dict(Counter(self.outcomes) + Counter(other.outcomes))
        found, fetched = self.found + other.found, self.fetched + other.fetched
        seconds = self.seconds + other.seconds
        return CrawlResult(self.publisher, found, fetched, outcomes, seconds, self.error or other.error)


def failure_of(name: str, task: Any) -> dict[str, str]:
    """What kept a spider from starting."""
    error = None if task.cancelled() else task.exception()
    if error is None:
        return {}
    logging.getLogger(__name__).error("%s could not be crawled: %s", name, error)
    return {name: f"{type(error).__name__}: {error}"}


def last_run(db_path: Path, name: str) -> int:
    """The number of the publisher's last row in `crawls`."""
    db = articles_db(db_path)
    try:
        return int(db.execute("select coalesce(max(id), 0) from crawls where publisher = ?", [name]).fetchone()[0])
    finally:
        db.close()


def result_of(db_path: Path, name: str, before: int, failure: str | None) -> CrawlResult:
    """The result of a run that began after row `before`; `failure` is what kept its spider from starting."""
    db = articles_db(db_path)
    try:
        rows = list(
            db.query("select * from crawls where publisher = ? and id > ? order by id desc limit 1", [name, before])
        )
    finally:
        db.close()
    if not rows or rows[0]["ended"] is None:
        return CrawlResult(name, error=failure or "did not run to its end")
    row = rows[0]
    seconds = (instant(row["ended"]) - instant(row["started"])).total_seconds()
    outcomes = {outcome: row[outcome] for outcome in Outcome if row[outcome]}
    return CrawlResult(name, row["found"], row["fetched"], outcomes, seconds, row["error"] or failure)
