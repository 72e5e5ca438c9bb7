"""Rows of the database as checked Python values, column by column. What cannot be exported is an error with its key."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Any

from pantau.export.schema import Column, Table

CHUNK = 5_000  # rows at a time: some ten megabytes without texts
SMALL_CHUNK = 500  # with texts of several thousand characters
MOMENT = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?"
)
Columns = list[list[Any]]  # one list a column: int, float, str, bool, tuple of str, date or None


class Unexportable(ValueError):
    """A row that an extract cannot hold; the message names table, key and column."""


def chunks(db: sqlite3.Connection, table: Table, sql: str, values: list[Any]) -> Iterator[Columns]:
    """All rows of the query, checked. Raises Unexportable for the first one that is not what the schema says."""
    size = SMALL_CHUNK if any(column.name == "text" for column in table.columns[-1:]) else CHUNK
    for rows in fetched(db, table, sql, values, size):
        yield checked(table, rows)


def fetched(
    db: sqlite3.Connection, table: Table, sql: str, values: list[Any], size: int
) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of the query as they are, so many at a time. Raises Unexportable for a text that is not UTF-8."""
    try:
        cursor = db.execute(sql, values)
        while rows := cursor.fetchmany(size):
            yield rows
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
        raise undecodable(db, table, sql, values) from error


def undecodable(db: sqlite3.Connection, table: Table, sql: str, values: list[Any]) -> Unexportable:
    """The first row whose text is not UTF-8."""
    former, db.text_factory = db.text_factory, _text
    try:
        for row in db.execute(sql, values):
            for column, value in zip(table.columns, row, strict=True):
                if isinstance(value, _Undecodable):
                    return _fault(table, row, column, "is not UTF-8")
    finally:
        db.text_factory = former
    return Unexportable(f"{table.name}: a text is not UTF-8")


class _Undecodable(str):
    """What can be shown of a text that is not UTF-8."""


def _text(stored: bytes) -> str:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return _Undecodable(stored.decode(errors="backslashreplace"))


def checked(table: Table, rows: list[tuple[Any, ...]]) -> Columns:
    """The rows as columns of checked values."""
    found: Columns = []
    for column, values in zip(table.columns, zip(*rows, strict=True), strict=True):
        try:
            found.append(_converted(column, values))
        except (ValueError, TypeError) as error:
            raise _first_fault(table, column, rows, error) from error
    return found


def _converted(column: Column, values: tuple[Any, ...]) -> list[Any]:
    result = CONVERTERS[column.type](values)
    if column.type == "string" and not column.required:
        result = [value or None for value in result]  # one meaning of "not said" in all formats
    if column.required and None in result:
        raise ValueError("is missing")
    if column.codes and not {*result} <= {*column.codes, None}:
        raise ValueError(f"is none of {', '.join(column.codes)}")
    return result


def _of(*types: type) -> Callable[[tuple[Any, ...]], list[Any]]:
    allowed = {*types, type(None)}

    def converted(values: tuple[Any, ...]) -> list[Any]:
        if not set(map(type, values)) <= allowed:
            raise TypeError(f"is not of type {' or '.join(t.__name__ for t in types)}")
        return list(values)

    return converted


def _numbers(values: tuple[Any, ...]) -> list[Any]:
    numbers = [None if value is None else float(value) for value in _of(float, int)(values)]
    if not all(value is None or isfinite(value) for value in numbers):
        raise ValueError("is not finite")
    return numbers


def _booleans(values: tuple[Any, ...]) -> list[Any]:
    if not {*values} <= {0, 1, None}:
        raise ValueError("is neither 0 nor 1")
    return [None if value is None else value == 1 for value in values]


def _moments(values: tuple[Any, ...]) -> list[Any]:
    texts = [value or None for value in _of(str)(values)]
    if not all(value is None or (MOMENT.fullmatch(value) and _day(value[:10])) for value in texts):
        raise ValueError("is neither an ISO 8601 day nor a time with an offset")
    return texts


@lru_cache(maxsize=10_000)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=10_000)
def _list(text: str | None) -> tuple[str, ...] | None:
    if text is None:
        return None
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise ValueError("is not a JSON list of texts")
    return tuple(found)


CONVERTERS: dict[str, Callable[[tuple[Any, ...]], list[Any]]] = {
    "integer": _of(int),
    "number": _numbers,
    "string": _of(str),
    "boolean": _booleans,
    "list": lambda values: [_list(value) for value in values],
    "date": lambda values: [_day(value) for value in _of(str)(values)],
    "moment": _moments,
}


def _first_fault(table: Table, column: Column, rows: list[tuple[Any, ...]], error: Exception) -> Unexportable:
    place = table.columns.index(column)
    for row in rows:
        try:
            _converted(column, (row[place],))
        except (ValueError, TypeError) as why:
            return _fault(table, row, column, str(why))
    return Unexportable(f"{table.name}.{column.name}: {error}")


def _fault(table: Table, row: tuple[Any, ...], column: Column, why: str) -> Unexportable:
    names = [c.name for c in table.columns]
    key = ", ".join(f"{name} {row[names.index(name)]!r}" for name in table.key)
    value = repr(row[names.index(column.name)])[:80]
    return Unexportable(f"{table.name}, row with {key}: {column.name} {why}: {value}")
