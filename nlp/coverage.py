"""How much was printed and named on each day, and on which days who was collected: what the dashboards show.

A publisher has a row in publisher_days for a day when articles of that day are known or a run of that day went well.
A day without a row, from its first row on, is a gap: its silence says nothing about the news.
"""

import sqlite3
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

# A run went well when it came to its end without error and was not turned away everywhere.
RUNS = """
insert into temp.runs
select distinct day_in(started, zone), publisher
from crawls left join publishers on publishers.name = crawls.publisher
where publisher is not null and started is not null and ended is not null and error is null and not (
    coalesce(fetched, 0) = 0
    and coalesce(blocked, 0) + coalesce(broken, 0) + coalesce(robots, 0) + coalesce(unanswered, 0) > 0)
"""
PRINTED = """
insert into publisher_days
select day, publisher, count(*), sum(relevant), 0 from articles
where day in (select day from changed_days) and publisher is not null group by 1, 2
"""
COLLECTED = (  # every run is looked at anew: one may have ended since, or gone
    "update publisher_days set collected = 0 where collected = 1 and (day, publisher) not in temp.runs",
    "delete from publisher_days where articles = 0 and collected = 0",
    """
    insert into publisher_days select day, publisher, 0, 0, 1 from temp.runs
    where true on conflict (day, publisher) do update set collected = 1 where collected = 0
    """,
)
EVERY_DAY = "insert or ignore into changed_days select distinct day from articles where day is not null"
TOPIC_DAYS = """
insert into topic_days
select topic, day, count(*) from articles join topics on article = articles.id
where day in (select day from changed_days) group by 1, 2
"""
ENTITY_DAYS = """
insert into entity_days
select label, day, entity, count(*) from article_entities join entities on entities.id = entity
where label in ('MINISTRY', 'COUNTRY') and day > '' and day in (select day from changed_days) group by 1, 2, 3
"""
PROVINCE_DAYS = """
insert into entity_days
select 'PROVINCE', day, substr(code, 1, 2), count(distinct article)
from article_entities join entities on entities.id = entity
where label = 'PLACE' and code > '' and day > '' and day in (select day from changed_days) group by 2, 3
"""
SPEAKER_DAYS = """
insert into speaker_days
select day, speaker, count(*) from articles join quotes on article = articles.id
where day in (select day from changed_days) and speaker is not null group by 1, 2
"""
TABLES = ("topic_days", "entity_days", "speaker_days")


def refresh(db: sqlite3.Connection) -> None:
    """Makes the rows of changed_days anew in all tables of days; article_entities must be there. The caller commits."""
    collect(db)
    for table in TABLES:
        db.execute(f"delete from {table} where day in (select day from changed_days)")
    for rows in (TOPIC_DAYS, ENTITY_DAYS, PROVINCE_DAYS, SPEAKER_DAYS):
        db.execute(rows)


def collect(db: sqlite3.Connection) -> None:
    """Makes publisher_days anew for changed_days and for all runs, which may bring no article. The caller commits."""
    db.create_function("day_in", 2, _day_in, deterministic=True)
    if not db.execute("select exists (select 1 from publisher_days)").fetchone()[0]:
        db.execute(EVERY_DAY)
    db.execute("create temp table runs (day text, publisher text, primary key (day, publisher)) without rowid")
    db.execute(RUNS)
    db.execute("delete from publisher_days where day in (select day from changed_days)")
    db.execute(PRINTED)
    for step in COLLECTED:
        db.execute(step)
    db.execute("drop table temp.runs")


def _day_in(moment: str, zone: str | None) -> str:
    """ "2019-07-03T20:00:00+00:00" in Asia/Jakarta -> "2019-07-04"; without a zone the day is that of UTC."""
    time = datetime.fromisoformat(moment)
    return time.replace(tzinfo=time.tzinfo or UTC).astimezone(ZoneInfo(zone or "UTC")).date().isoformat()
