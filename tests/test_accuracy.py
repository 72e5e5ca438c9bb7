"""The accuracy that an extract tells: what the last evaluation measured, column by column, and never silently old."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from nlp import accuracy, evaluate
from nlp.passages import passages, statements
from pantau.export.accuracy import READ_BY_RULES, explained, scores, unmeasured
from pantau.export.accuracy import accuracy as told
from pantau.export.extract import export
from pantau.export.schema import coverage_table, tables
from tests.datasette_data import ikm_data

MEASURED = accuracy.load()
HALVES = [half for half in ("open", "held_out") if half in MEASURED]
FLOORS = json.loads(evaluate.FLOORS.read_text(encoding="utf-8"))["floors"]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ikm_data(tmp_path_factory.mktemp("data"))


# The file is of the same measuring as the floors


@pytest.mark.parametrize("half", HALVES)
def test_what_was_measured_and_what_is_held_are_of_one_measuring(half: str) -> None:
    reached = {name: row.get("f1", row.get("accuracy")) for name, row in MEASURED[half]["scores"].items()}
    assert reached.keys() == FLOORS[half].keys()
    assert {name: f1 for name, f1 in reached.items() if f1 < FLOORS[half][name]} == {}


@pytest.mark.parametrize("half", HALVES)
def test_a_score_is_made_of_its_counts(half: str) -> None:
    for row in MEASURED[half]["scores"].values():
        if "f1" in row:
            assert row["f1"] == pytest.approx(2 * row["right"] / (row["read"] + row["marked"]), abs=0.001)


def test_indirect_speech_is_as_good_as_the_file_says() -> None:
    path = Path(__file__).with_name("gold") / "indirect.toml"
    said = MEASURED["passages"]["scores"]["statements"]["f1"]
    assert accuracy.scored(**statements(passages(path)))["f1"] >= said - 0.02, "run pantau evaluate GOLD --update"


# The evaluation writes it


PRINTED = {"dates": {"p": 1.0, "r": 0.5, "f1": 0.6667, "matched": 1, "predicted": 1, "gold": 2},
           "relevance": {"accuracy": 1.0, "right": 1, "gold": 1}}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One article of the open half with a scorer that says PRINTED of it; floors.json and accuracy.json of its own."""
    files = {"truth/a.json": "{}", "score.py": f"print({json.dumps(PRINTED)!r})", "held.txt": "b\n"}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    floors = {"floors": {"open": {"dates": 0.6}, "held_out": {"dates": 0.7}}, "lowered": []}
    (tmp_path / "floors.json").write_text(json.dumps(floors))
    monkeypatch.setattr(evaluate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(accuracy, "ACCURACY", tmp_path / "accuracy.json")
    monkeypatch.setattr(evaluate, "articles", lambda gold, ids: ((name, "", {}, {}) for name in sorted(ids)))
    return tmp_path


def run(gold: Path, *more: str) -> int:
    return CliRunner().invoke(evaluate.main, [str(gold), "--held-out", str(gold / "held.txt"), *more]).exit_code


def test_update_writes_what_was_measured_with_day_and_rules(gold: Path) -> None:
    assert run(gold, "--update") == 0
    written = accuracy.load()
    assert written["open"]["scores"] == {
        "dates": {"precision": 1.0, "recall": 0.5, "f1": 0.667, "right": 1, "read": 1, "marked": 2},
        "relevance": {"accuracy": 1.0, "right": 1, "marked": 1},
    }
    assert written["open"]["articles"] == 1
    assert {"measured", "rules", "model"} <= set(written["open"])
    assert written["passages"]["scores"]["statements"]["f1"] > 0.9
    assert written["pages"]["scores"]


def test_a_half_that_is_not_at_hand_keeps_floors_and_figures(gold: Path) -> None:
    accuracy.save({"held_out": {"scores": {"dates": {"f1": 0.8}}}})
    run(gold, "--update")
    assert accuracy.load()["held_out"] == {"scores": {"dates": {"f1": 0.8}}}
    floors = json.loads(evaluate.FLOORS.read_text(encoding="utf-8"))["floors"]
    assert floors == {"open": {"dates": 0.665, "relevance": 1.0}, "held_out": {"dates": 0.7}}


def test_without_update_nothing_is_written(gold: Path) -> None:
    run(gold)
    assert accuracy.load() == {}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [((1, 2, 4), (0.5, 0.25, 0.333)), ((0, 0, 0), (1, 1, 1)), ((0, 0, 3), (0, 0, 0)), ((0, 3, 0), (0, 0, 0))],
)
def test_a_score(counts: tuple[int, int, int], expected: tuple[float, float, float]) -> None:
    found = accuracy.scored(*counts)
    assert (found["precision"], found["recall"], found["f1"]) == expected


# The extract tells it


def test_every_column_that_is_scored_is_one_of_the_extract(database: Path) -> None:
    with sqlite3.connect(database) as db:
        columns = {f"{t.name}.{c.name}" for t in (*tables(db, with_text=True), coverage_table()) for c in t.columns}
    assert {name for score in scores() for name in score["columns"]} <= columns


def test_the_readme_has_a_row_for_each_score_and_names_what_nobody_measured(database: Path, tmp_path: Path) -> None:
    export(database, tmp_path / "out", ["jsonl"])
    part = (tmp_path / "out" / "README.md").read_text(encoding="utf-8").split("## Accuracy")[1].split("\n## ")[0]
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))["pantau"]["accuracy"]
    assert [line for line in part.splitlines() if line.startswith("| `")] != []
    for field in package["fields"]:
        assert any(field["what"] in line and f"`{field['on']}`" in line for line in part.splitlines())
    assert "Not measured: " in part
    assert "`figures.what`" in part


def test_each_column_read_by_rules_is_measured_or_named_as_not(database: Path) -> None:
    with sqlite3.connect(database) as db:
        found = {t.name: [c.name for c in t.columns] for t in tables(db, with_text=False)}
        missing = unmeasured(tables(db, with_text=False))
    known = {column for score in scores() for column in score["columns"]}
    plain = {"article", "part", "start", "end", "sentence", "url", "rule", "speaker_rule"}
    for table in READ_BY_RULES:
        assert {f"{table}.{c}" for c in found[table] if c not in plain} <= known | set(missing)


def part(rules: str) -> dict[str, Any]:
    return {"measured": "2026-11-24", "rules": rules, "model": None, "articles": 18}


def test_an_extract_read_by_other_rules_than_those_measured_says_so() -> None:
    same = {"measured": {"open": part("abc"), "held_out": part("abc")}, "fields": []}
    assert "neighbouring" not in explained(same, ["abc"], [])[0]
    assert "Measured were the rules abc; this extract was read by def" in explained(same, ["def"], [])[0]


def test_a_half_that_nobody_measured_is_named() -> None:
    only = {"measured": {"open": part("abc")}, "fields": []}
    assert "`held_out`: news reports marked by hand (nobody who wrote rules saw them); not measured yet." in \
        explained(only, ["abc"], [])[0]  # fmt: skip


def test_the_package_tells_both_halves_as_the_file_has_them() -> None:
    assert {half: told()["measured"][half]["articles"] for half in HALVES} == {
        half: MEASURED[half]["articles"] for half in HALVES
    }
