"""Rows as lines of JSON or CSV, written by SQLite itself, some thousand at a time: in Python it would take far longer.

A value that is not what the schema says makes its line null (or the query an error), and the rows are then looked at
again to say which one it is.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

from pantau.export.ranges import Range, ranges
from pantau.export.rows import Unexportable, chunks, undecodable
from pantau.export.schema import Column, Table
from pantau.export.selection import Selection, expressions, query, rest

ENDS = {"json": "\n", "rows": "\n", "csv": "\r\n"}
DAY = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
TIME = f"{DAY}T[0-2][0-9]:[0-5][0-9]"
SECONDS = (":[0-5][0-9]", ":[0-5][0-9].*[0-9]", "")  # the usual ones first: what is true ends the search
ZONES = ("[+-][0-9][0-9]:[0-9][0-9]", "Z")
FORMS_OF_MOMENTS = (*(f"{TIME}{seconds}{zone}" for seconds in SECONDS for zone in ZONES), DAY)
MOMENT = " or ".join(f"{{0}} glob '{form}'" for form in FORMS_OF_MOMENTS)
# In SQLite numbers come before texts, and texts before what is neither (blobs).
TEXT = "{0} >= '' and {0} < x''"
A_DAY = "date(substr({0}, 1, 10), '+0 days')"  # without a change of days SQLite takes 30 February as it is
VALID = {
    "integer": "{0} = cast({0} as integer) and {0} < ''",
    "number": "{0} < '' and abs({0}) < 9e999",
    "string": TEXT,
    "boolean": "{0} in (0, 1)",
    "list": "({0} = '[]' or {0} glob '[[]*]' and json_valid({0}) "
    "and not exists (select 1 from json_each({0}) where type <> 'text'))",
    "date": f"{{0}} = {A_DAY}",
    "moment": f"({MOMENT}) and substr({{0}}, 1, 10) = {A_DAY}",
}
# The fewest digits that give the number back: fifteen, as SQLite writes them, do for most; else Python finds them.
NUMBER = (
    "case when {{0}} is null then null when {{0}} = cast({{0}} as integer) and abs({{0}}) < 1e15 then 1.0 * {{0}} "
    "when cast(printf('%!.15g', {{0}}) as real) = {{0}} then 1.0 * {{0}} "
    "when typeof({{0}}) = 'real' then {} else {{0}} end"
)
QUOTED = """'"' || replace({0}, '"', '""') || '"'"""
JSON = {
    "number": NUMBER.format("json(shortest({0}))"), "list": "json({0})",
    "boolean": "case {0} when 1 then json('true') when 0 then json('false') else {0} end",
}  # fmt: skip  # else as SQLite's own types
CSV = {
    "number": NUMBER.format("shortest({0})"), "boolean": "iif({0}, 'true', 'false')",
    "string": QUOTED, "list": QUOTED, "integer": "{0}", "date": "{0}", "moment": "{0}",
}  # fmt: skip
MAY_BE_EMPTY = ("string", "date", "moment")  # an empty text says nothing where nothing need be said


def pieces(
    db: sqlite3.Connection, table: Table, selection: Selection, dialect: str, rows: int
) -> Iterator[tuple[int, bytes]]:
    """Pieces of the table's file, of whole lines, with the number of their rows; the table has `rows`, about.

    Dialects: json and csv, checked; rows, JSON arrays of SQLite's own values for a reader that checks them. Raises
    Unexportable.
    """
    db.create_function("shortest", 1, repr, deterministic=True)
    try:
        for one in ranges(db, table, rows):
            number, lines = _piece(db, *_sql(table, selection, dialect, one))
            if number:
                yield number, lines + ENDS[dialect].encode()
    except UnicodeDecodeError as error:
        raise undecodable(db, table, *query(table, selection)) from error
    except _Null as error:
        raise fault(db, table, selection) or Unexportable(f"{table.name}: a row gives no line") from error
    except sqlite3.OperationalError as error:  # "malformed JSON" is a row's fault, "disk I/O error" is not
        raise fault(db, table, selection) or error from error


class _Null(Exception):
    """A line is null."""


def _piece(db: sqlite3.Connection, sql: str, values: list[Any]) -> tuple[int, bytes]:
    lines, whole, rows = db.execute(sql, values).fetchone()
    if whole != rows:
        raise _Null
    if lines and not lines.isascii():
        lines.decode()  # the database may hold what is no UTF-8
    return rows, lines


def fault(db: sqlite3.Connection, table: Table, selection: Selection) -> Unexportable | None:
    """What is wrong with the first row that is not what the schema says; None when all are."""
    try:
        for _ in chunks(db, table, *query(table, selection)):
            continue
    except Unexportable as error:
        return error
    return None


def _sql(table: Table, selection: Selection, dialect: str, within: Range) -> tuple[str, list[Any]]:
    """The query, of one row: the lines, the number of those that are not null, the number of rows."""
    cells = list(zip(table.columns, expressions(table), strict=True))
    line = {"json": _object, "csv": _csv, "rows": _array}[dialect](cells)
    if dialect != "rows":
        line = f"case when {' and '.join(_valid(*cell) for cell in cells)} then {line} end"
    end = " || ".join(f"char({ord(letter)})" for letter in ENDS[dialect])
    tail, values = rest(table, selection, within)
    lines = f"cast(group_concat(line, {end}) as blob)"  # so that they come as they are stored
    return f"select {lines}, count(line), count(*) from (select {line} as line {tail})", values


def _object(cells: list[tuple[Column, str]]) -> str:
    pairs = []
    for column, value in cells:
        known = f"nullif({value}, '')" if column.type in MAY_BE_EMPTY and not column.required else value
        written = JSON.get(column.type, "{0}").format(known)
        pairs.append(f"'{column.name}', {written}")
    return f"json_object({', '.join(pairs)})"


def _array(cells: list[tuple[Column, str]]) -> str:
    values = [JSON["number"].format(value) if column.type == "number" else value for column, value in cells]
    return f"json_array({', '.join(values)})"


def _csv(cells: list[tuple[Column, str]]) -> str:
    written = []
    for column, value in cells:
        form = CSV[column.type].format(value)
        absent = _absent(column, value)
        written.append(f"case when {absent} then '' else {form} end" if absent else form)
    return " || ',' || ".join(written)


def _absent(column: Column, value: str) -> str:
    """SQL: true where nothing is known; "" where that cannot be."""
    if column.required:
        return ""
    return f"coalesce({value}, '') = ''" if column.type in MAY_BE_EMPTY else f"{value} is null"


def _valid(column: Column, value: str) -> str:
    """SQL: true when the value is one of the schema's."""
    valid = VALID[column.type].format(value)
    if column.codes:
        valid = f"{value} in ({', '.join(map(repr, column.codes))})"
    absent = _absent(column, value)
    return f"({absent} or {valid})" if absent else f"({valid})"
