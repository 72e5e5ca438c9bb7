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
    at = db.execute(step.format(after=""), (0,)).fetchone()
    found: list[Any] = []
    while at:
        following = db.execute(step.format(after=f'where "{column}" >= ?2'), (every, *at)).fetchone()
        if following == at:  # a value with more rows than a part should have: the next one begins a part
            following = db.execute(step.format(after=f'where "{column}" > ?2'), (0, *at)).fetchone()
        at = following
        found += at or ()
    return found


def _source(table: Table) -> tuple[str, str]:
    """Where the values of the first key column are to be had, each once."""
    if table.name in BY_ARTICLE:
        return "articles", "id"
    return ("publishers", "name") if table.name == COVERAGE else (table.name, table.key[0])
