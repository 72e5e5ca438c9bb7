"""Writes one Reading into the rows of ikm.db, and makes the rows that are derived from others."""

import json
import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import Field, astuple, fields
from datetime import date
from typing import Any

from nlp import coverage, search
from nlp.document import Entity
from nlp.people import identities, identity_tables
from nlp.reading import Reading
from nlp.text.sentence import sentence

log = logging.getLogger(__name__)
COPIED = ("publishers", "crawls")  # whole tables of articles.db that Datasette shows
# Columns that articles.db has too.
# fmt: off
ARTICLE_COLUMNS = (
    "id", "published", "title", "publisher", "authors", "editors", "section", "dateline", "tags", "caption",
    "photo_credit", "pages", "complete", "paywalled", "modified", "language", "fetched", "content_hash", "url",
    "kept", "gone",
)
# fmt: on
# An article without a day has the day "" here.
CHANGED = "insert or ignore into changed_days select coalesce(day, '') from articles"
SUMMARY = """
insert into article_entities
select entity, coalesce(day, ''), article, count(*)
from articles join mentions on article = articles.id
where day in (select day from changed_days) or (day is null and '' in (select day from changed_days)) group by 1, 2, 3
"""
MONTHS = """
insert into entity_months
select entity, substr(day, 1, 7), count(*), sum(mentions) from article_entities
where substr(day, 1, 7) in (select substr(day, 1, 7) from changed_days) group by 1, 2
"""
UNNAMED = """
delete from entities where not exists (select 1 from mentions where entity = entities.id)
    and id not in (select institution_entity from officials where institution_entity is not null)
"""


def day(published: str | None) -> date | None:
    """ "2019-07-03T17:41+07:00" -> 2019-07-03: the day in the publisher's own zone."""
    return date.fromisoformat(published[:10]) if published else None


def write(db: sqlite3.Connection, article: sqlite3.Row, reading: Reading) -> None:
    """Puts what was read out of `article` (a row of articles.db) in place of what stood there. The caller commits."""
    reading = _of_all_articles(db, article, reading)
    _forget(db, article["id"], [*reading.records, "failures"])
    _write_article(db, article, reading)
    _write_entities(db, reading.entities.values())
    for table, records in reading.records.items():
        for record in records:
            try:
                _insert(db, table, article, record)
            except sqlite3.IntegrityError as error:  # two records where the table has room for one
                reading.failures[table] = f"{record}: {error}"
    failures = [(article["id"], step, error) for step, error in reading.failures.items()]
    db.executemany("insert into failures values (?, ?, ?)", failures)
    db.execute("insert or ignore into revisions select * from source.revisions where article = ?", (article["id"],))
    search.remember(db, article["id"])


def _of_all_articles(db: sqlite3.Connection, article: sqlite3.Row, reading: Reading) -> Reading:
    """The reading with the ids that its persons have in all articles; with its own where that fails."""
    published = day(article["published"])
    try:
        return identities.resolved(db, article["id"], published.isoformat() if published else None, reading)
    except sqlite3.Error:
        raise
    except Exception as error:  # a step like any other: named with the article, and the rest is kept
        log.exception("%s: its persons could not be told apart", article["url"])
        reading.failures["identities"] = f"{type(error).__name__}: {error}"
        return reading


def _forget(db: sqlite3.Connection, article: int, tables: list[str]) -> None:
    db.execute(f"{CHANGED} where id = ?", (article,))
    search.forget(db, article)
    for table in tables:
        db.execute(f"delete from {table} where article = ?", (article,))


def _write_article(db: sqlite3.Connection, article: sqlite3.Row, reading: Reading) -> None:
    published = day(article["published"])
    row = {name: article[name] for name in ARTICLE_COLUMNS} | {
        "day": published.isoformat() if published else None,
        "relevant": any(topic.topic == "ikm" for topic in reading.records["topics"]),
        "words": len(article["text"].split()),
    }
    names = ", ".join(row)
    kept = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")  # story stays until grouped anew
    places = ", ".join(f":{name}" for name in row)
    db.execute(f"insert into articles ({names}) values ({places}) on conflict (id) do update set {kept}", row)
    db.execute(f"{CHANGED} where id = ?", (article["id"],))
    whole = "\n\n".join(filter(None, (article["title"], article["caption"], article["text"])))
    texts = (article["id"], article["text"], search.stems(whole), search.aliases(reading.entities.values()))
    db.execute("insert or replace into article_texts values (?, ?, ?, ?)", texts)


def _write_entities(db: sqlite3.Connection, entities: Any) -> None:
    for entity in entities:
        row = db.execute("select name, aliases from entities where id = ?", (entity.id,)).fetchone()
        known = json.loads(row["aliases"]) if row else []
        aliases = list(dict.fromkeys([*known, *entity.aliases]))
        db.execute("insert or replace into entities values (?, ?, ?, ?, ?)", _entity_row(entity, aliases))


def _entity_row(entity: Entity, aliases: list[str]) -> tuple[str, str, str, str | None, str]:
    return entity.id, entity.label, entity.name, entity.code, _json(aliases)


def _insert(db: sqlite3.Connection, table: str, article: sqlite3.Row, record: Any) -> None:
    row = {"article": article["id"]} | dict(zip(map(_name, fields(record)), _plain(astuple(record)), strict=True))
    if table == "quotes":  # with its attribution, so that every row can be checked
        row["sentence"] = sentence(article[record.part], record.start, record.end)
    names = ", ".join(f'"{name}"' for name in row)
    db.execute(f"insert into {table} ({names}) values ({', '.join('?' * len(row))})", list(row.values()))


def _name(field: Field[Any]) -> str:
    return field.name


def _plain(values: tuple[Any, ...]) -> Iterator[Any]:
    for value in values:
        yield _json(value) if isinstance(value, tuple) else value


def _json(values: Any) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def copy_sources(db: sqlite3.Connection) -> None:
    """The tables about sources and runs, as articles.db (attached as `source`) has them now. The caller commits."""
    for table in COPIED:
        columns = ", ".join(row["name"] for row in db.execute(f"pragma main.table_info({table})").fetchall())
        db.execute(f"delete from {table}")
        db.execute(f"insert into {table} ({columns}) select {columns} from source.{table}")


def summarise(db: sqlite3.Connection) -> None:
    """Makes all derived rows anew, and drops entities that nothing points to. The caller commits."""
    db.execute(CHANGED)
    for table in ("article_entities", "entity_months", "publisher_days", *coverage.TABLES):
        db.execute(f"delete from {table}")
    identity_tables.summarise(db)
    refresh(db)


def refresh(db: sqlite3.Connection) -> None:
    """The same for the days and persons whose articles have changed since the last time. The caller commits."""
    db.execute("delete from article_entities where day in (select day from changed_days)")
    db.execute(SUMMARY)
    db.execute("delete from entity_months where month in (select substr(day, 1, 7) from changed_days)")
    db.execute(MONTHS)
    db.execute(UNNAMED)
    identity_tables.refresh(db)
    coverage.refresh(db)
    db.execute("delete from changed_days")
