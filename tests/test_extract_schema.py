"""A change of a table or column raises the version of the extracts' schema, and the README of an extract lists it.

tests/extract_schemas/<version>.json is what each version has. Where a test here fails, the tables have changed: raise
SCHEMA_VERSION, say what changed in README.tmpl, and write the new file with `python -m tests.test_extract_schema`.
"""

import json
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest

from pantau.export.schema import SCHEMA_VERSION, Table, coverage_table, tables
from tests.datasette_data import ikm_data

FOLDER = Path(__file__).with_name("extract_schemas")
README = Path(__file__).parents[1] / "pantau" / "export" / "README.tmpl"
VERSIONS = sorted(path.stem for path in FOLDER.glob("*.json"))


def plain(table: Table) -> dict[str, Any]:
    """What a program that reads the table relies on."""
    return {
        "key": list(table.key),
        "columns": {
            c.name: " ".join(
                [c.type, "" if c.required else "or null", *(f"of {'|'.join(c.codes)}" for _ in [0] if c.codes),
                 *(f"to {'.'.join(c.links)}" for _ in [0] if c.links)]
            ).strip()
            for c in table.columns
        },
    }  # fmt: skip


def now() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder, sqlite3.connect(ikm_data(Path(folder))) as db:
        found = {table.name: plain(table) for table in (*tables(db, with_text=True), coverage_table())}
    db.close()
    return found


def test_the_tables_are_those_of_the_version() -> None:
    assert now() == json.loads((FOLDER / f"{SCHEMA_VERSION}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("version", VERSIONS)
def test_the_readme_lists_each_version(version: str) -> None:
    assert f"| {version} | " in README.read_text(encoding="utf-8").split("## Changes")[1]


def test_the_newest_version_is_the_one_in_use() -> None:
    assert max(VERSIONS, key=lambda name: tuple(map(int, name.split(".")))) == SCHEMA_VERSION


if __name__ == "__main__":
    (FOLDER / f"{SCHEMA_VERSION}.json").write_text(json.dumps(now(), indent=1) + "\n", encoding="utf-8")
