"""Rows as lines of JSON or CSV, written by SQLite itself: the queries, and the lines they give.

A value that is not what the schema says makes its whole line null, and the row is then looked at again to say why.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from json.encoder import encode_basestring
from typing import Any

from pantau.export.rows import Unexportable, chunks, undecodable
from pantau.export.schema import Column, Table
from pantau.export.selection import Selection, expressions, query, rest

BYTES = 2 << 20  # characters of lines handed on at once, about
FETCH = 500  # rows, when they may be long
ROWS = 5_000
ENDS = {"json": "}\n", "csv": "\r\n"}
COMPUTED = ("quotes", "sentence")  # by a function of Python, which is to be called once
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
JSON = {
    "integer": "{0}", "string": "json_quote({0})", "boolean": "iif({0}, 'true', 'false')",
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
    waiting: list[str] = []
    size = number = 0
    for rows in _fetched(db, db.execute(*_sql(table, selection, dialect)), table, selection, FETCH):
        try:
            text = "".join(_joined(rows, MADE[dialect]))
        except (TypeError, ValueError) as error:
            raise fault(db, table, selection) from error
        waiting.append(text)
        size, number = size + len(text), number + len(rows)
        if size >= BYTES:
            yield number, "".join(waiting).encode()
            waiting, size, number = [], 0, 0
    if waiting:
        yield number, "".join(waiting).encode()


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


def _joined(rows: list[tuple[Any, ...]], made: Callable[[Any], str]) -> Iterable[str]:
    """The lines; every second column is a value that stands between the texts around it."""
    if len(rows[0]) == 1:
        return (row[0] for row in rows)
    return ("".join([made(cell) if i % 2 else cell for i, cell in enumerate(row)]) for row in rows)


def _in_json(value: Any) -> str:
    return "null" if value is None else encode_basestring(value) if isinstance(value, str) else repr(float(value))


def _in_csv(value: Any) -> str:
    """A number as Python writes it: the fewest digits that give it back."""
    if value is None:
        return ""
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else repr(float(value))


MADE = {"json": _in_json, "csv": _in_csv}


def fault(db: sqlite3.Connection, table: Table, selection: Selection) -> Unexportable:
    """What is wrong with the first row that gave no line."""
    try:
        for _ in chunks(db, table, *query(table, selection)):
            continue
    except Unexportable as error:
        return error
    return Unexportable(f"{table.name}: a row gives no line, though its values look right")


def _sql(table: Table, selection: Selection, dialect: str) -> tuple[str, list[Any]]:
    """The query. One column of text; or by turns texts and the values that Python writes."""
    columns, texts = [], []
    before = "{" if dialect == "json" else ""
    for column, value in zip(table.columns, expressions(table), strict=True):
        texts.append(f"""'{before}{f'"{column.name}": ' if dialect == "json" else ""}'""")
        if column.type == "number":
            texts.append(f"iif({VALID['number'].format(value)} or {_absent(column, value)}, '', null)")
        if column.type == "number" or (table.name, column.name) == COMPUTED:
            columns += [" || ".join(texts), value]
            texts = []
        else:
            texts.append(_written(column, value, dialect))
        before = ", " if dialect == "json" else ","
    columns.append(" || ".join([*texts, *(f"char({ord(letter)})" for letter in ENDS[dialect])]))
    tail, values = rest(table, selection)
    return f"select {', '.join(columns)} {tail}", values


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
