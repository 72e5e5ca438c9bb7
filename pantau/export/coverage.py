"""For every publisher and day: was it collected, and how did that end. A gap is a row that says so."""

import sqlite3

from pantau.export.schema import Table
from pantau.export.selection import Selection

STORED = ("stored", "paywalled")
BLOCKED = ("blocked", "robots")
FAILED = ("broken", "too_large", "unanswered")
STORED_AS = {"integer": "integer", "string": "text", "date": "text"}
LAST = "select max(day) from (select max(date(started)) as day from crawls union select max(day) from articles)"
PRINTED = "select day, count(*) as number from articles where publisher = ?1 and day is not null group by day"
DAYS = """
with recursive days(day) as (select ?1 union all select date(day, '+1 day') from days where day < ?2)
select day from days
"""
ENDED_WELL = "count(case when ended is not null and error is null then 1 end)"
ROWS = """
insert into temp.coverage
select ?1, d.day, iif(c.well > 0, 'collected', iif(c.begun > 0, 'failed', 'none')), coalesce(p.number, 0),
    coalesce(c.begun, 0), coalesce(c.found, 0), coalesce(c.stored, 0), coalesce(c.blocked, 0), coalesce(c.failed, 0)
from (select day from temp.days where day between ?2 and ?3) as d
left join ({printed}) as p on p.day = d.day left join ({crawled}) as c on c.day = d.day
"""


def fill_coverage(db: sqlite3.Connection, table: Table, selection: Selection) -> int:
    """Makes the temporary table `coverage`, from a publisher's first article or crawl to the last crawl of all.

    Returns the number of its rows.
    """
    columns = ", ".join(f'"{column.name}" {STORED_AS[column.type]}' for column in table.columns)
    db.execute(f"create temp table coverage ({columns}, primary key (publisher, day)) without rowid")
    db.execute("create temp table days (day text primary key) without rowid")
    crawled = _crawled(db)
    end = min(filter(None, (db.execute(LAST).fetchone()[0], selection.until)), default=None)
    if end is None:
        return 0
    begun = f"select min(day) from (select min(day) as day from ({PRINTED}) union select min(day) from ({crawled}))"
    first = {name: db.execute(begun, (name,)).fetchone()[0] for name in _publishers(db, selection)}
    start = min(filter(None, first.values()), default=end)
    db.execute(f"insert into temp.days {DAYS}", (min(start, end), end))
    rows = ROWS.format(printed=PRINTED, crawled=crawled)
    for name, day in first.items():  # a publisher that was never collected has one row that says so
        db.execute(rows, (name, max(day or end, selection.since or ""), end))
    return int(db.execute("select count(*) from temp.coverage").fetchone()[0])


def _publishers(db: sqlite3.Connection, selection: Selection) -> list[str]:
    names = [row[0] for row in db.execute("select name from publishers order by name")]
    return [name for name in names if not selection.publishers or name in selection.publishers]


def _crawled(db: sqlite3.Connection) -> str:
    """Counts by day of publisher ?1; an outcome that the database does not know yet counts nothing."""
    known = {row[1] for row in db.execute("pragma main.table_info(crawls)")}
    groups = {"found": ("found",), "stored": STORED, "blocked": BLOCKED, "failed": FAILED}
    sums = [
        " + ".join(f"coalesce(sum({name}), 0)" for name in group if name in known) + f" as {total}"
        for total, group in groups.items()
    ]
    return (
        f"select date(started) as day, count(*) as begun, {ENDED_WELL} as well, {', '.join(sums)} "
        "from crawls where publisher = ?1 group by 1"
    )
