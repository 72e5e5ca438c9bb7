"""articles_full.jsonl.gz: one document an article with all that was read out of it, in the form of `pantau read`."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
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
from pantau.export.rows import Unexportable, checked, fetched
from pantau.export.schema import Table

RECORDS: dict[str, type[Any]] = {
    "mentions": Mention, "officials": Official, "quotes": Quote, "figures": Figure, "dates": Date, "topics": Topic,
}  # fmt: skip
BATCH = 500  # articles read at once
PARTS = ("title", "caption", "text")
OF_ARTICLES = "where article in (select value from json_each(?1))"
NAMED = f"""
where id in (select entity from mentions {OF_ARTICLES} union select person from officials {OF_ARTICLES}
    union select speaker from quotes {OF_ARTICLES})
"""


def write_nested(
    db: sqlite3.Connection, path: Path, tables: Mapping[str, Table], sql: str, values: list[Any]
) -> Generator[int, None, None]:
    """Writes the file; `sql` reads the articles. Yields the number of articles of each batch as it goes.

    Raises Unexportable for a row, whichever table it is in, that is not what the schema says.
    """
    articles = tables["articles"]
    names = [column.name for column in articles.columns]
    with GzipWriter(path) as out:
        for rows in fetched(db, articles, sql, values, BATCH):
            found = [dict(zip(names, row, strict=True)) for row in zip(*checked(articles, rows), strict=True)]
            for document in _documents(_Batch(db, tables, found)):
                out.write(json.dumps(document, ensure_ascii=False, default=_day).encode() + b"\n")
            yield len(found)


@dataclass
class _Batch:
    """Some articles, and where their records are."""

    db: sqlite3.Connection
    tables: Mapping[str, Table]
    articles: list[dict[str, Any]]

    def rows(self, name: str, columns: set[str], where: str) -> Iterator[dict[str, Any]]:
        """Rows of the table `name`, checked, with these columns; ?1 in `where` is a JSON list of the articles' ids."""
        whole = self.tables[name]
        table = replace(whole, columns=tuple(c for c in whole.columns if c.name in columns or c.name in whole.key))
        names = [column.name for column in table.columns]
        listed = ", ".join(f'"{column}"' for column in names)
        sql = f"select {listed} from {name} {where}"
        ids = json.dumps([article["id"] for article in self.articles])
        for rows in fetched(self.db, table, sql, [ids], BATCH):
            for row in zip(*checked(table, rows), strict=True):
                yield dict(zip(names, row, strict=True))


def _documents(batch: _Batch) -> Iterator[dict[str, Any]]:
    records = {name: _records(batch, name, record) for name, record in RECORDS.items()}
    failed: dict[int, dict[str, str]] = defaultdict(dict)
    for row in batch.rows("failures", {"error"}, OF_ARTICLES):
        failed[row["article"]][row["component"]] = row["error"]
    known = {row["id"]: Entity(**row) for row in batch.rows("entities", {f.name for f in fields(Entity)}, NAMED)}
    for article in batch.articles:
        number = article["id"]
        reading = Reading({name: found[number] for name, found in records.items()}, known, failed[number])
        yield _document(article, reading)


def _document(article: dict[str, Any], reading: Reading) -> dict[str, Any]:
    head = {"id": article["id"], "url": article["url"], "source": article["publisher"], "title": article["title"]}
    try:
        return {**head, "published": article["day"], "article": article, **report(reading)}
    except KeyError as error:
        raise Unexportable(
            f"articles, row with id {article['id']}: no entity {error}; `pantau tag --rebuild`"
        ) from error


def _records(batch: _Batch, name: str, record: type[Any]) -> dict[int, list[Any]]:
    """The records of these articles, in the order of the text."""
    wanted = {field.name for field in fields(record)}
    found: dict[int, list[Any]] = defaultdict(list)
    for row in batch.rows(name, wanted, OF_ARTICLES):
        cells = {key: _day(value) if isinstance(value, date) else value for key, value in row.items() if key in wanted}
        found[row["article"]].append(record(**cells))
    for of_one in found.values():
        of_one.sort(key=_place)
    return found


def _day(value: date) -> str:
    return value.isoformat()


def _place(record: Any) -> tuple[Any, ...]:
    if isinstance(record, Topic):
        return (record.topic,)
    return PARTS.index(record.part), record.start, -record.end, getattr(record, "label", ""), repr(record)
