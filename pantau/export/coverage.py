"""For every publisher and day: was it collected, and how did that end. A gap is a row that says so."""

import sqlite3

from pantau.export.schema import Table
from pantau.export.selection import Selection

STORED = ("stored", "paywalled")
BLOCKED = ("blocked", "robots")
FAILED = ("broken", "too_large", "unanswered")
STORED_AS = {"integer": "integer", "string": "text", "date": "text"}
LAST = "select max(day) from (select max(date(started)) as day from crawls union select max(day) from articles)"
DAYS = """
with recursive days(day) as (select ?1 union all select date(day, '+1 day') from days where day < ?2)
select day from days
"""
ENDED_WELL = "count(case when ended is not null and error is null then 1 end)"
# What is known of a publisher's day, made once: the counts of its articles, and of its crawls.
PRINTED = """
create temp table printed as select publisher, day, count(*) as number from articles
where publisher is not null and day is not null group by publisher, day
"""
BEGUN = """
select min(day) from (select min(day) as day from temp.printed where publisher = ?1
    union select min(day) from temp.crawled where publisher = ?1)
"""
ROWS = """
insert into temp.coverage
select ?1, d.day, iif(c.well > 0, 'collected', iif(c.begun > 0, 'failed', 'none')), coalesce(p.number, 0),
    coalesce(c.begun, 0), coalesce(c.found, 0), coalesce(c.stored, 0), coalesce(c.blocked, 0), coalesce(c.failed, 0)
from temp.days as d left join temp.printed as p on p.publisher = ?1 and p.day = d.day
left join temp.crawled as c on c.publisher = ?1 and c.day = d.day where d.day between ?2 and ?3
"""


def fill_coverage(db: sqlite3.Connection, table: Table, selection: Selection) -> int:
    """Makes the temporary table `coverage`, from a publisher's first article or crawl to the last crawl of all.

    Returns the number of its rows.
    """
    columns = ", ".join(f'"{column.name}" {STORED_AS[column.type]}' for column in table.columns)
    db.execute(f"create temp table coverage ({columns}, primary key (publisher, day)) without rowid")
    db.execute("create temp table days (day text primary key) without rowid")
    for statement in (PRINTED, _crawled(db)):
        db.execute(statement)
    for name in ("printed", "crawled"):
        db.execute(f"create index temp.{name}_day on {name}(publisher, day)")
    end = min(filter(None, (db.execute(LAST).fetchone()[0], selection.until)), default=None)
    if end is None:
        return 0
    first = {name: db.execute(BEGUN, (name,)).fetchone()[0] for name in _publishers(db, selection)}
    start = min(filter(None, first.values()), default=end)
    db.execute(f"insert into temp.days {DAYS}", (min(start, end), end))
    for name, day in first.items():  # a publisher that was never collected has one row that says so
        db.execute(ROWS, (name, max(day or end, selection.since or ""), end))
    return int(db.execute("select count(*) from temp.coverage").fetchone()[0])


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
