"""Parts of a table of some thousand rows, by ranges of the first column of its key, in the order of the key."""

import sqlite3
from itertools import pairwise
from typing import Any

from pantau.export.schema import COVERAGE, Table
from pantau.export.selection import BY_ARTICLE

ROWS = 3_000  # rows of a part, about: half a megabyte of lines
LONG_ROWS = 300  # the same when they hold texts of several thousand characters
Range = tuple[Any, Any]  # from this value on, before that one; None where it is open
NEXT = "select {column} from {table} {after} order by {column} limit 1 offset ?1"


def ranges(db: sqlite3.Connection, table: Table, rows: int) -> list[Range]:
    """Ranges that hold every row of the table once; `rows` is their number."""
    source, column = _source(table)
    wanted = LONG_ROWS if table.columns[-1].name == "text" else ROWS
    keys = db.execute(f'select count(*) from "{source}"').fetchone()[0]
    starts = _starts(db, source, column, max(1, wanted * keys // max(rows, 1)))
    return list(pairwise([None, *starts, None]))


def _starts(db: sqlite3.Connection, table: str, column: str, every: int) -> list[Any]:
    """The values with which a part begins, but the first."""
    step = NEXT.format(table=f'"{table}"', column=f'"{column}"', after="{after}")
    row = db.execute(step.format(after=""), (every,)).fetchone()
    found = []
    while row:
        found.append(row[0])
        row = db.execute(step.format(after=f'where "{column}" >= ?2'), (every, row[0])).fetchone()
    return found


def _source(table: Table) -> tuple[str, str]:
    """Where the values of the first key column are to be had, each once."""
    if table.name in BY_ARTICLE:
        return "articles", "id"
    return ("publishers", "name") if table.name == COVERAGE else (table.name, table.key[0])
