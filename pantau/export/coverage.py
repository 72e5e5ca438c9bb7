"""For every publisher and day: was it collected, and how did that end. A gap is a row that says so."""

import sqlite3

from pantau.export.selection import Selection

STORED = ("stored", "paywalled")
BLOCKED = ("blocked", "robots")
FAILED = ("broken", "too_large", "unanswered")
LAST = "select max(day) from (select max(date(started)) as day from crawls union select max(day) from articles)"
DAYS = """
with recursive days(day) as (select ?1 union all select date(day, '+1 day') from days where day < ?2)
insert into temp.days select day from days
"""
ENDED_WELL = "count(case when ended is not null and error is null then 1 end)"
BEGUN = """
select min(day) from (select min(day) as day from articles where publisher = ?1
    union select min(day) from temp.crawled where publisher = ?1)
"""
# Made as it is read: some million rows would not stay small in memory.
VIEW = """
create temp view coverage as
select b.publisher, d.day, iif(c.well > 0, 'collected', iif(c.begun > 0, 'failed', 'none')) as state,
    (select count(*) from articles as a where a.publisher = b.publisher and a.day = d.day) as printed,
    coalesce(c.begun, 0) as crawls, coalesce(c.found, 0) as found, coalesce(c.stored, 0) as stored,
    coalesce(c.blocked, 0) as blocked, coalesce(c.failed, 0) as failed
from temp.begun as b cross join temp.days as d left join temp.crawled as c
    on c.publisher = b.publisher and c.day = d.day
where d.day >= b.first
"""


def create_coverage(db: sqlite3.Connection, selection: Selection) -> None:
    """Makes the temporary view `coverage`, from a publisher's first article or crawl to the last crawl of all."""
    db.execute("create temp table days (day text primary key) without rowid")
    db.execute("create temp table begun (publisher text primary key, first text not null) without rowid")
    db.execute(_crawled(db))
    db.execute("create unique index temp.crawled_day on crawled(publisher, day)")
    db.execute(VIEW)
    end = min(filter(None, (db.execute(LAST).fetchone()[0], selection.until)), default=None)
    if end is None:
        return
    first = {name: db.execute(BEGUN, (name,)).fetchone()[0] for name in _publishers(db, selection)}
    start = min(filter(None, first.values()), default=end)
    db.execute(DAYS, (min(start, end), end))
    # A publisher that was never collected has one row that says so.
    rows = [(name, max(day or end, selection.since or "")) for name, day in first.items()]
    db.executemany("insert into temp.begun values (?, ?)", rows)


def _publishers(db: sqlite3.Connection, selection: Selection) -> list[str]:
    names = [row[0] for row in db.execute("select name from publishers order by name")]
    return [name for name in names if not selection.publishers or name in selection.publishers]


def _crawled(db: sqlite3.Connection) -> str:
    """Makes the table of counts by publisher and day; an outcome that the database does not know yet counts nothing."""
    known = {row[1] for row in db.execute("pragma main.table_info(crawls)")}
    groups = {"found": ("found",), "stored": STORED, "blocked": BLOCKED, "failed": FAILED}
    sums = [
        " + ".join(f"coalesce(sum({name}), 0)" for name in group if name in known) + f" as {total}"
        for total, group in groups.items()
    ]
    return (
        "create temp table crawled as select publisher, date(started) as day, count(*) as begun, "
        f"{ENDED_WELL} as well, {', '.join(sums)} from crawls group by 1, 2"
    )
