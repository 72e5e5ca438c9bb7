"""Rows as lines of JSON or CSV, written by SQLite itself: the queries, and the lines they give.

A value that is not what the schema says makes its whole line null, and the row is then looked at again to say why.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pantau.export.rows import Unexportable, chunks, undecodable
from pantau.export.schema import Column, Table
from pantau.export.selection import Selection, expressions, query, rest

BYTES = 2 << 20  # bytes of lines handed on at once, about
FETCH = 500  # rows, when they may be long
ROWS = 5_000
ENDS = {"json": "}\n", "csv": "\r\n"}
DAY = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
TIME = f"{DAY}T[0-2][0-9]:[0-5][0-9]"
SECONDS = ("", ":[0-5][0-9]", ":[0-5][0-9].*[0-9]")
ZONES = ("Z", "[+-][0-9][0-9]:[0-9][0-9]")
FORMS_OF_MOMENTS = (DAY, *(f"{TIME}{seconds}{zone}" for seconds in SECONDS for zone in ZONES))
MOMENT = " or ".join(f"{{0}} glob '{form}'" for form in FORMS_OF_MOMENTS)
VALID = {
    "integer": "typeof({0}) = 'integer'",
    "number": "typeof({0}) in ('real', 'integer') and abs({0}) < 9e999",
    "string": "typeof({0}) = 'text'",
    "boolean": "{0} in (0, 1)",
    "list": "({0} = '[]' or {0} glob '[[]*]' and json_valid({0}) "
    "and not exists (select 1 from json_each({0}) where type <> 'text'))",
    "date": "{0} glob '" + DAY + "' and {0} = date({0})",
    "moment": f"({MOMENT}) and julianday({{0}}) is not null",
}
# As Python writes a number: the fewest digits that give it back. Whole ones, most of all, need no call of Python.
NUMBER = "iif({0} = cast({0} as integer) and abs({0}) < 1e15, cast({0} as integer) || '.0', shortest(1.0 * {0}))"
JSON = {
    "integer": "{0}", "number": NUMBER, "string": "json_quote({0})", "boolean": "iif({0}, 'true', 'false')",
    "list": "replace({0}, char(10), ' ')",
    "date": "'\"' || {0} || '\"'", "moment": "'\"' || {0} || '\"'",
}  # fmt: skip
QUOTED = """'"' || replace({0}, '"', '""') || '"'"""
CSV = JSON | {"string": QUOTED, "list": QUOTED, "date": "{0}", "moment": "{0}"}
NOTHING = {"json": "null", "csv": ""}
FORMS = {"json": JSON, "csv": CSV}


def pieces(db: sqlite3.Connection, table: Table, selection: Selection, dialect: str) -> Iterator[tuple[int, Any]]:
    """Pieces of the table's file with the number of their rows: whole lines as bytes, or the rows themselves.

    Raises Unexportable.
    """
    if dialect == "rows":
        size = FETCH if any(column.name == "text" for column in table.columns[-1:]) else ROWS
        for rows in _fetched(db, db.execute(*query(table, selection)), table, selection, size):
            yield len(rows), rows
        return
    db.create_function("shortest", 1, repr, deterministic=True)
    try:
        with _undecoded(db):
            yield from _lines(db, table, selection, dialect)
    except UnicodeDecodeError as error:
        raise undecodable(db, table, *query(table, selection)) from error
    except TypeError as error:  # a line is null
        raise fault(db, table, selection) from error


@contextmanager
def _undecoded(db: sqlite3.Connection) -> Iterator[None]:
    """Texts are bytes meanwhile: the lines are written as they come."""
    former, db.text_factory = db.text_factory, bytes
    try:
        yield
    finally:
        db.text_factory = former


def _lines(db: sqlite3.Connection, table: Table, selection: Selection, dialect: str) -> Iterator[tuple[int, bytes]]:
    waiting: list[bytes] = []
    size = number = 0
    cursor = db.execute(*_sql(table, selection, dialect))
    while rows := cursor.fetchmany(FETCH):
        waiting.append(b"".join([line for (line,) in rows]))
        waiting[-1].decode()  # the database may hold what is no UTF-8
        size, number = size + len(waiting[-1]), number + len(rows)
        if size >= BYTES:
            yield number, b"".join(waiting)
            waiting, size, number = [], 0, 0
    if waiting:
        yield number, b"".join(waiting)


def _fetched(
    db: sqlite3.Connection, cursor: sqlite3.Cursor, table: Table, selection: Selection, size: int
) -> Iterator[list[tuple[Any, ...]]]:
    try:
        while rows := cursor.fetchmany(size):
            yield rows
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
        raise undecodable(db, table, *query(table, selection)) from error


def fault(db: sqlite3.Connection, table: Table, selection: Selection) -> Unexportable:
    """What is wrong with the first row that gave no line."""
    try:
        for _ in chunks(db, table, *query(table, selection)):
            continue
    except Unexportable as error:
        return error
    return Unexportable(f"{table.name}: a row gives no line, though its values look right")


def _sql(table: Table, selection: Selection, dialect: str) -> tuple[str, list[Any]]:
    """The query, of one column: the line."""
    texts = []
    before = "{" if dialect == "json" else ""
    for column, value in zip(table.columns, expressions(table), strict=True):
        texts.append(f"""'{before}{f'"{column.name}": ' if dialect == "json" else ""}'""")
        texts.append(_written(column, value, dialect))
        before = ", " if dialect == "json" else ","
    ends = (f"char({ord(letter)})" for letter in ENDS[dialect])
    tail, values = rest(table, selection)
    return f"select {' || '.join([*texts, *ends])} {tail}", values


def _absent(column: Column, value: str) -> str:
    """SQL: true where nothing is known and nothing need be."""
    if column.required:
        return "0"
    return (
        f"{value} is null" if column.type in ("integer", "number", "boolean", "list") else f"coalesce({value}, '') = ''"
    )


def _written(column: Column, value: str, dialect: str) -> str:
    """SQL: the value as the dialect writes it, null where it is none of the schema's."""
    valid = VALID[column.type].format(value)
    if column.codes:
        valid = f"{value} in ({', '.join(map(repr, column.codes))})"
    form = FORMS[dialect][column.type].format(value)
    return f"case when {_absent(column, value)} then '{NOTHING[dialect]}' when {valid} then {form} end"
