"""What an extract holds: tables and columns as the database has them, described by columns.toml."""

import sqlite3
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SCHEMA_VERSION = "1.1.0"  # of the extracts; raise it with any change of a table or column, and say so in README.tmpl
TABLES = (
    "articles", "mentions", "officials", "quotes", "figures", "dates", "topics", "revisions", "failures",
    "entities", "offices", "stories", "publishers", "crawls",
)  # fmt: skip
COVERAGE = "coverage"
TEXTS = {"articles": "text", "revisions": "text"}  # table -> the column that --with-text adds
WITH_URL = ("officials", "quotes", "figures")  # each row can be checked against its source
DECLARED = {"INTEGER": "integer", "REAL": "number", "TEXT": "string"}


@dataclass(frozen=True)
class Column:
    """One column of a table of the extract."""

    name: str
    type: (
        str  # integer, number, string, boolean, list (of texts), date (ISO 8601 day), moment (day or time with offset)
    )
    required: bool  # never null
    about: str = ""
    unit: str | None = None
    codes: tuple[str, ...] = ()  # the closed list of values; () where there is none
    links: tuple[str, str] | None = None  # table and column that it points to


@dataclass(frozen=True)
class Table:
    """One kind of record of the extract."""

    name: str
    title: str
    about: str
    key: tuple[str, ...]  # columns that tell rows apart, and by which they are ordered
    columns: tuple[Column, ...]


@cache
def descriptions() -> dict[str, Any]:
    """columns.toml: table -> title, about, columns."""
    return tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))


def tables(db: sqlite3.Connection, with_text: bool) -> Iterator[Table]:
    """Every table of an extract but the coverage, in the order of the package."""
    for name in TABLES:
        info = list(db.execute(f'pragma main.table_info("{name}")'))
        columns = {row[1]: (DECLARED.get(row[2].upper(), "string"), bool(row[3] or row[5])) for row in info}
        if name in TEXTS:
            columns.pop(TEXTS[name], None)
            columns |= {TEXTS[name]: ("string", False)} if with_text else {}
        if name in WITH_URL:
            columns["url"] = ("string", True)
        key = [row[1] for row in sorted(info, key=lambda row: row[5]) if row[5]]
        yield described(name, columns, tuple(key))


def described(name: str, columns: dict[str, tuple[str, bool]], key: tuple[str, ...]) -> Table:
    """The table with these columns (name -> type, required) and what columns.toml says of them."""
    words = descriptions().get(name, {})
    known = words.get("columns", {})
    return Table(
        name,
        words.get("title", name),
        words.get("about", ""),
        key,
        tuple(_column(n, type_, required, known.get(n, {})) for n, (type_, required) in columns.items()),
    )


def _column(name: str, type_: str, required: bool, words: dict[str, Any]) -> Column:
    table, _, target = words.get("links", "").partition(".")
    return Column(
        name,
        words.get("type", type_),
        required,
        words.get("about", ""),
        words.get("unit"),
        tuple(words.get("codes", ())),
        (table, target) if table else None,
    )


def coverage_table() -> Table:
    """The coverage table, which is made and not stored."""
    columns = dict.fromkeys(("printed", "crawls", "found", "stored", "blocked", "failed"), ("integer", True))
    first = {"publisher": ("string", True), "day": ("date", True), "state": ("string", True)}
    return described(COVERAGE, first | columns, ("publisher", "day"))
