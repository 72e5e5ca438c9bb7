"""What narrows an extract: every kind of record has what belongs to the articles chosen, and points to nothing else."""

import gzip
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from pantau.export.extract import export
from pantau.export.schema import coverage_table, tables
from pantau.export.selection import BY_ARTICLE, Selection
from tests.test_export import database_in

# What is chosen, and the same by hand in SQL over articles as a.
SELECTIONS = {
    "since": (Selection(since="2019-07-05"), "a.day >= '2019-07-05'"),
    "until": (Selection(until="2019-07-04"), "a.day <= '2019-07-04'"),
    "period and publisher": (
        Selection(since="2019-07-01", until="2019-07-04", publishers=("surya",)),
        "a.day between '2019-07-01' and '2019-07-04' and a.publisher = 'surya'",
    ),
    "relevant of two publishers": (
        Selection(publishers=("antara", "jahat"), relevant=True),
        "a.publisher in ('antara', 'jahat') and a.relevant",
    ),
    "topic": (Selection(topics=("ikm",)), "a.id in (select article from topics where topic = 'ikm')"),
    "entity": (Selection(entities=("Laos",)), "a.id in (select article from mentions where entity = 'country-LA')"),
    "topic and entity": (
        Selection(topics=("ikm",), entities=("country-BD",), relevant=True),
        "a.id in (select article from topics where topic = 'ikm') and a.relevant "
        "and a.id in (select article from mentions where entity = 'country-BD')",
    ),
    "all of them": (
        Selection("2019-07-01", "2019-07-09", ("surya",), True, ("ikm",), ("country-BD",), True),
        "a.id = 1",
    ),
    "nothing": (Selection(publishers=("antara",), entities=("country-BD",)), "false"),
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return database_in(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module", params=SELECTIONS)
def narrowed(
    request: pytest.FixtureRequest, database: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, dict[str, list[dict[str, Any]]]]:
    """The condition on the articles, the extract and its rows."""
    selection, condition = SELECTIONS[request.param]
    out = tmp_path_factory.mktemp("narrowed") / "out"
    export(database, out, selection=selection)
    found = {}
    for path in out.glob("*.jsonl.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found[path.name.partition(".")[0]] = [json.loads(line) for line in lines]
    return condition, out, found


Narrowed = tuple[str, Path, dict[str, list[dict[str, Any]]]]


def test_the_articles_are_those_asked_for(narrowed: Narrowed, database: Path) -> None:
    condition, _, found = narrowed
    with sqlite3.connect(database) as db:
        wanted = [row[0] for row in db.execute(f"select id from articles as a where {condition} order by id")]
    assert [row["id"] for row in found["articles"]] == [row["id"] for row in found["articles_full"]] == wanted


@pytest.mark.parametrize("name", BY_ARTICLE)
def test_each_kind_has_all_rows_of_these_articles(narrowed: Narrowed, database: Path, name: str) -> None:
    condition, _, found = narrowed
    with sqlite3.connect(database) as db:
        query = f"select count(*) from {name} where article in (select id from articles as a where {condition})"
        assert len(found[name]) == db.execute(query).fetchone()[0]


def test_no_row_points_to_one_that_is_left_out(narrowed: Narrowed, database: Path) -> None:
    _, _, found = narrowed
    with sqlite3.connect(database) as db:
        described = [*tables(db, with_text=False), coverage_table()]
    for table in described:
        for column in table.columns:
            if column.links:
                target, key = column.links
                there = {row[key] for row in found[target]} | {None}
                assert {row[column.name] for row in found[table.name]} <= there, f"{table.name}.{column.name}"


def test_counts_in_the_package_are_counts_in_the_files(narrowed: Narrowed) -> None:
    _, out, found = narrowed
    resources = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    said = {r["path"].partition(".")[0]: r["rowCount"] for r in resources if r["path"].endswith(".jsonl.gz")}
    assert said == {name: len(rows) for name, rows in found.items()}


def test_the_readme_says_what_was_selected(database: Path, tmp_path: Path) -> None:
    export(database, tmp_path / "out", ["jsonl"], SELECTIONS["all of them"][0])
    readme = " ".join((tmp_path / "out" / "README.md").read_text(encoding="utf-8").split())
    for words in ("since 2019-07-01", "until 2019-07-09", "surya", "relevant only", "ikm", "country-BD"):
        assert words in readme.partition("## ")[0]
    assert "The texts belong to their publishers" in readme
