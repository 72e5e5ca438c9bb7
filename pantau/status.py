"""`pantau status`: how each publisher is doing, measured against its own past."""

import sqlite3
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from tabulate import tabulate

from crawler.items import Outcome

PAST = timedelta(days=30)  # what a publisher's usual yield is taken from
RECENT = timedelta(days=3)  # a weekend without news is no silence
EXPECTED = 2  # articles that RECENT would usually bring; with fewer, silence says nothing
FAR_UNDER = 0.2  # of the usual yield: holidays bring half, a broken source next to nothing

LAST_RUNS = """
select p.name, p.title, (select max(ended) from crawls where publisher = p.name and error is null) as last_good,
       c.id as run, c.error, (select count(*) from articles where publisher = p.name) as articles,
       b.until, b.reason, (select count(*) from visits where publisher = p.name
           and (outcome is null or outcome in ('unanswered', 'received'))) as waiting
from publishers p left join crawls c on c.id = (select max(id) from crawls where publisher = p.name)
left join backoffs b on b.publisher = p.name order by p.name
"""
SUMS = ", ".join(f"coalesce(sum({name}), 0) as {name}" for name in ("found", "fetched", *Outcome))
COUNTS = f"select count(*) as runs, {SUMS} from crawls where publisher = ? and (started >= ? or id = ?)"
CAUSES = {
    "blocked": "the site refuses us",
    "broken": "it does not answer, or with errors",
    "robots": "its robots.txt bars them now",
    "unanswered": "its answers never came",
}
YIELD = "select count(*) from articles where publisher = ? and fetched >= ? and fetched < ?"
# Written by the crawler where a site's articles have got other addresses.
STRANGE = """select detail from visits
    where publisher = ? and kind = 'index' and outcome = 'listed' and detail like 'none of %'"""
FIRST = "select min(fetched) from articles where publisher = ?"


@dataclass(frozen=True)
class Status:
    """One publisher."""

    name: str
    title: str
    last_good: str | None  # UTC, when its last run without an error ended
    articles: int  # stored in all
    recent: int  # stored within RECENT
    usual: float  # articles that the same time brought on average over the PAST before it
    quiet: bool  # True when far fewer came than usual
    wrong: str | None  # likely cause, or the error of the last run
    waiting: int = 0  # addresses found that have not ended yet
    outcomes: dict[str, int] = field(default_factory=dict)  # how addresses ended within RECENT, those that occurred

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def statuses(path: Path, now: datetime) -> list[Status]:
    """The state of every publisher in articles.db; `now` carries a zone. Raises click.ClickException without one."""
    if not path.exists():
        raise click.ClickException(f"{path} does not exist yet: collect articles first, e.g. pantau crawl surya")
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        db.row_factory = sqlite3.Row
        return [_status(db, row, now) for row in db.execute(LAST_RUNS).fetchall()]


def _status(db: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> Status:
    recent, usual = _yield(db, row["name"], now)
    quiet = usual >= EXPECTED and recent < FAR_UNDER * usual
    counts = db.execute(COUNTS, (row["name"], _utc(now - RECENT), row["run"])).fetchone()
    strange = db.execute(STRANGE, (row["name"],)).fetchone()
    wrong = _wrong(row, counts, quiet, now, strange and str(strange["detail"]))
    ended = {outcome.value: counts[outcome] for outcome in Outcome if counts[outcome]}
    return Status(
        row["name"], row["title"], row["last_good"], row["articles"], recent, usual, quiet, wrong, row["waiting"], ended
    )


def _yield(db: sqlite3.Connection, name: str, now: datetime) -> tuple[int, float]:
    begin = now - RECENT
    recent = db.execute(YIELD, (name, _utc(begin), _utc(now))).fetchone()[0]
    before = db.execute(YIELD, (name, _utc(begin - PAST), _utc(begin))).fetchone()[0]
    first = db.execute(FIRST, (name,)).fetchone()[0]
    since = max(datetime.fromisoformat(first), begin - PAST) if first else begin
    length = max(begin - since, timedelta(days=1))  # of the past that there is; a first day says little, but something
    return recent, round(before * (RECENT / length), 1)


def _wrong(row: sqlite3.Row, counts: sqlite3.Row, quiet: bool, now: datetime, strange: str | None) -> str | None:
    """What is the matter: what the last run said, or what most of the addresses of RECENT came to."""
    if row["until"] and datetime.fromisoformat(row["until"]) > now:
        return f"left alone until {row['until']}: {row['reason']}"
    if row["error"]:
        return str(row["error"])
    worst = max(CAUSES, key=lambda name: counts[name])
    if counts[worst] and (not quiet or counts[worst] >= counts["not_article"]):
        return f"{counts[worst]} addresses {worst} in {RECENT.days} days: {CAUSES[worst]}"
    return (strange or _why_quiet(counts)) if quiet else None


def _why_quiet(counts: sqlite3.Row) -> str:
    if not counts["runs"]:
        return f"not crawled for {RECENT.days} days"
    if counts["not_article"]:
        return f"{counts['not_article']} of {counts['fetched']} pages are no articles: its markup may have changed"
    if not counts["found"]:
        return "nothing new was listed: the addresses of its feeds or its pages may have changed"
    return "far fewer articles than usual are listed"


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def table(found: list[Status]) -> str:
    """The same for people to read."""
    rows = [
        (
            *(s.name, s.last_good or "never", s.articles, s.waiting, s.recent, s.usual),
            *("QUIET" if s.quiet else "ok", ", ".join(f"{n} {name}" for name, n in s.outcomes.items()), s.wrong or ""),
        )
        for s in found
    ]
    days = RECENT.days
    return tabulate(
        rows,
        headers=[
            "publisher",
            "last good run (UTC)",
            "articles",
            "waiting",
            f"last {days} days",
            "usual",
            "state",
            f"outcomes in {days} days",
            "what is wrong",
        ],
    )
