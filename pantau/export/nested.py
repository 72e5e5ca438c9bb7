"""articles_full.jsonl.gz: one document an article with all that was read out of it, in the form of `pantau read`."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from nlp.document import Entity
from nlp.extract.dates import Date
from nlp.extract.figures import Figure
from nlp.extract.mentions import Mention
from nlp.extract.officials import Official
from nlp.extract.quotes import Quote
from nlp.extract.topics import Topic
from nlp.reading import Reading
from nlp.report import report
from pantau.export.gzipped import GzipWriter
from pantau.export.rows import Unexportable, checked
from pantau.export.schema import Table

RECORDS: dict[str, type[Any]] = {
    "mentions": Mention, "officials": Official, "quotes": Quote, "figures": Figure, "dates": Date, "topics": Topic,
}  # fmt: skip
BATCH = 500  # articles read at once
PARTS = ("title", "caption", "text")
ENTITIES = """
select id, label, name, code, aliases from entities where id in (
    select entity from mentions where article in (select value from json_each(?1))
    union select person from officials where article in (select value from json_each(?1))
    union select speaker from quotes where article in (select value from json_each(?1)))
"""


def write_nested(db: sqlite3.Connection, path: Path, articles: Table, sql: str, values: list[Any]) -> Iterator[int]:
    """Writes the file; yields the number of articles of each batch as it goes."""
    names = [column.name for column in articles.columns]
    with GzipWriter(path) as out:
        cursor = db.execute(sql, values)
        while rows := cursor.fetchmany(BATCH):
            columns = checked(articles, rows)
            found = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
            for document in _documents(db, found):
                out.write(json.dumps(document, ensure_ascii=False, default=str).encode() + b"\n")
            yield len(found)


def _documents(db: sqlite3.Connection, articles: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    ids = json.dumps([article["id"] for article in articles])
    records = {table: _records(db, table, record, ids) for table, record in RECORDS.items()}
    failed: dict[int, dict[str, str]] = defaultdict(dict)
    for article, component, error in db.execute(
        "select * from failures where article in (select value from json_each(?))", (ids,)
    ):
        failed[article][component] = error
    known = {
        row[0]: Entity(row[0], row[1], row[2], row[3], tuple(json.loads(row[4])))
        for row in db.execute(ENTITIES, (ids,))
    }
    for article in articles:
        number = article["id"]
        reading = Reading({table: found[number] for table, found in records.items()}, known, failed[number])
        yield _document(article, reading)


def _document(article: dict[str, Any], reading: Reading) -> dict[str, Any]:
    head = {"id": article["id"], "url": article["url"], "source": article["publisher"], "title": article["title"]}
    try:
        return {**head, "published": article["day"], "article": article, **report(reading)}
    except KeyError as error:
        raise Unexportable(
            f"articles, row with id {article['id']}: no entity {error}; `pantau tag --rebuild`"
        ) from error


def _records(db: sqlite3.Connection, table: str, record: type[Any], ids: str) -> dict[int, list[Any]]:
    """The records of these articles, in the order of the text."""
    names = [field.name for field in fields(record)]
    columns = ", ".join(f'"{name}"' for name in names)
    rows = db.execute(
        f"select article, {columns} from {table} where article in (select value from json_each(?))", (ids,)
    )
    found: dict[int, list[Any]] = defaultdict(list)
    for article, *cells in rows:
        found[article].append(record(**dict(zip(names, map(_plain(record), names, cells), strict=True))))
    for of_one in found.values():
        of_one.sort(key=_place)
    return found


def _plain(record: type[Any]) -> Any:
    lists = {field.name for field in fields(record) if "tuple" in str(field.type)}
    flags = {field.name for field in fields(record) if field.type is bool}

    def value(name: str, cell: Any) -> Any:
        return tuple(json.loads(cell)) if name in lists else bool(cell) if name in flags else cell

    return value


def _place(record: Any) -> tuple[Any, ...]:
    if isinstance(record, Topic):
        return (record.topic,)
    return PARTS.index(record.part), record.start, -record.end, getattr(record, "label", ""), repr(record)
