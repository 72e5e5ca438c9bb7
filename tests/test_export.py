"""`pantau export`: what is in an extract, that it can be checked, and what is left when something goes wrong."""

import csv
import gzip
import hashlib
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import jsonschema
import pandas
import pyarrow.parquet as pq
import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from nlp.store import ikm_db
from nlp.text.sentence import sentence
from pantau.cli import main
from pantau.export import snapshot, work
from pantau.export.extract import NotWritten, export
from pantau.export.package import Data
from pantau.export.schema import TABLES, coverage_table, tables
from pantau.export.selection import Selection
from tests.datasette_data import TEXT, ikm_data

CRAWLS = (
    # publisher, started, ended, found, stored, blocked, broken, robots, error
    ("surya", "2019-07-04T20:00:00+00:00", "2019-07-04T20:05:00+00:00", 12, 8, 1, 2, 1, None),
    ("surya", "2019-07-04T21:00:00+00:00", "2019-07-04T21:05:00+00:00", 3, 1, 0, 0, 0, None),
    ("surya", "2019-07-06T20:00:00+00:00", "2019-07-06T20:01:00+00:00", 5, 0, 0, 5, 0, "no answer"),
    ("antara", "2019-07-07T20:00:00+00:00", None, 4, 0, 0, 0, 0, None),
)
KINDS = (*TABLES, "coverage")


def database_in(folder: Path) -> Path:
    """The database of the pages' tests, with some crawls, and one text that tries every format."""
    path = ikm_data(folder)
    with sqlite3.connect(path) as db:
        names = "publisher, started, ended, found, stored, blocked, broken, robots, error"
        db.executemany(f"insert into crawls ({names}) values (?,?,?,?,?,?,?,?,?)", CRAWLS)
        db.execute("insert into failures values (5, 'quotes', 'ValueError: \"x\",\r\n; %s {}')")
        odd = 'Kata "NA", koma,\r\nbaris\tbaru – “kutip” 100% {a} \U0001f600'
        db.execute("update articles set title = ?, section = 'NA', dateline = '' where id = 7", (odd,))
        db.execute("insert into taggings values (1, '2019-07-09T04:00:00+00:00', '2019-07-09T04:10:00+00:00', "
                   "'0123456789ab', null, 9, 48, 1)")  # fmt: skip
    db.close()
    return path


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return database_in(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def whole(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An extract of everything, with texts."""
    out = tmp_path_factory.mktemp("whole") / "out"
    export(database, out, selection=Selection(with_text=True))
    return out


def records(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pantau(data: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.setenv("PANTAU_DATA", str(data))
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


# Validators


def test_frictionless_finds_no_fault(whole: Path) -> None:
    report = frictionless.validate(str(whole / "datapackage.json"))
    assert report.flatten(["name", "type", "rowNumber", "fieldName", "message"]) == []


@pytest.mark.parametrize("name", [*KINDS, "articles_full"])
def test_each_line_keeps_its_json_schema(whole: Path, name: str) -> None:
    schema = json.loads((whole / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [
        error.message for record in records(whole / f"{name}.jsonl.gz") for error in validator.iter_errors(record)
    ] == []


def test_the_citation_is_yaml_with_the_fields_of_the_format(whole: Path) -> None:
    citation = yaml.safe_load((whole / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "type", "date-released"} <= set(citation)


def test_the_checksums_are_those_of_all_files(whole: Path) -> None:
    lines = (whole / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    said = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    found = {path: hashlib.sha256(content).hexdigest() for path, content in tree(whole).items() if path != "SHA256SUMS"}
    assert said == found


# Descriptions


@pytest.fixture(scope="module")
def described(database: Path) -> dict[str, Any]:
    with sqlite3.connect(database) as db:
        return {table.name: table for table in (*tables(db, True), coverage_table())}


@pytest.mark.parametrize("name", KINDS)
def test_every_column_is_described_in_columns_toml(described: dict[str, Any], name: str) -> None:
    assert described[name].about
    assert [column.name for column in described[name].columns if not column.about] == []


@pytest.mark.parametrize("name", KINDS)
def test_every_number_has_a_unit_or_is_a_key(described: dict[str, Any], name: str) -> None:
    numbers = [column for column in described[name].columns if column.type in ("integer", "number")]
    keys = {"id", "article", "story", "number"}
    assert [column.name for column in numbers if not column.unit and column.name not in keys] == []


@pytest.mark.parametrize("name", KINDS)
def test_the_readme_explains_every_column(whole: Path, described: dict[str, Any], name: str) -> None:
    readme = (whole / "README.md").read_text(encoding="utf-8").split(f"### {name}\n")[1].split("\n### ")[0]
    assert [column.name for column in described[name].columns if f"| `{column.name}` |" not in readme] == []


def test_the_readme_lists_the_version_of_the_schema(whole: Path) -> None:
    readme = (whole / "README.md").read_text(encoding="utf-8")
    assert f"| {json.loads((whole / 'datapackage.json').read_text())['version']} |" in readme.split("## Changes")[1]


def test_the_package_says_by_what_it_was_made(whole: Path) -> None:
    about = json.loads((whole / "datapackage.json").read_text(encoding="utf-8"))["pantau"]
    assert about["rules"] == ["0123456789ab"]
    assert about["period"] == {"first": "2019-06-01", "last": "2019-07-09"}
    assert about["state"] == "2019-07-09T04:10:00+00:00"
    assert {"program", "model", "accuracy", "id", "schema_version"} <= set(about)


# Counts


@pytest.mark.parametrize("name", TABLES)
def test_package_files_and_database_have_the_same_counts(whole: Path, database: Path, name: str) -> None:
    package = json.loads((whole / "datapackage.json").read_text(encoding="utf-8"))
    said = {r["path"]: r["rowCount"] for r in package["resources"]}
    with sqlite3.connect(database) as db:
        count = db.execute(f"select count(*) from {name}").fetchone()[0]
    with gzip.open(whole / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = len(list(csv.reader(file))) - 1
    assert {rows, len(records(whole / f"{name}.jsonl.gz")), pq.read_metadata(whole / f"{name}.parquet").num_rows} == {
        count
    }
    assert {said[f"{name}.{end}"] for end in ("jsonl.gz", "csv.gz", "parquet")} == {count}


# The same values in all formats


@pytest.mark.parametrize("name", KINDS)
def test_pandas_reads_the_same_values_of_all_formats(whole: Path, described: dict[str, Any], name: str) -> None:
    columns = described[name].columns
    kept = {column.name: [] if column.required and column.type == "string" else [""] for column in columns}
    read = (
        pandas.DataFrame(records(whole / f"{name}.jsonl.gz"), columns=list(kept), dtype=object),
        pandas.read_csv(
            whole / f"{name}.csv.gz", keep_default_na=False, na_values=kept, dtype=str, lineterminator=None
        ),
        pq.read_table(whole / f"{name}.parquet").to_pandas(types_mapper=pandas.ArrowDtype),
    )
    first, second, third = ([[plain(v, c.type) for v, c in zip(row, columns, strict=True)]
                             for row in frame.itertuples(index=False)] for frame in read)  # fmt: skip
    assert first == second == third


def plain(value: Any, type_: str) -> Any:
    """A cell as text, null as None, whatever library read it."""
    if isinstance(value, str) and type_ == "list":
        value = json.loads(value)
    if type_ == "list":
        return None if value is None else list(value)
    if pandas.isna(value):
        return None
    if type_ == "boolean":
        return str(value).lower()
    return float(value) if type_ in ("integer", "number") else str(value)


@pytest.mark.parametrize("name", KINDS)
def test_duckdb_reads_the_same_values_of_all_formats(whole: Path, described: dict[str, Any], name: str) -> None:
    columns = described[name].columns
    types = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "list": "VARCHAR[]"}
    wanted = {c.name: types.get(c.type, "VARCHAR") for c in columns}
    schema = "{" + ", ".join(f"'{n}': '{t}'" for n, t in wanted.items()) + "}"
    in_csv = schema.replace("'VARCHAR[]'", "'VARCHAR'")
    never = [c.name for c in columns if c.required and c.type == "string"]
    solid = f", force_not_null = {never}" if never else ""
    queries = {
        "jsonl.gz": f"read_json('{whole}/{name}.jsonl.gz', format = 'newline_delimited', columns = {schema})",
        "csv.gz": f"read_csv('{whole}/{name}.csv.gz', header = true, columns = {in_csv}, auto_detect = false, "
        f"quote = '\"', escape = '\"', delim = ',', new_line = '\\r\\n'{solid})",
        "parquet": f"'{whole}/{name}.parquet'",
    }
    found = []
    for end, source in queries.items():
        cells = [
            f'"{n}"::JSON::VARCHAR[]' if t == "VARCHAR[]" and end == "csv.gz" else f'"{n}"' for n, t in wanted.items()
        ]
        found.append(duckdb.sql(f"select {', '.join(cells)} from {source}").fetchall())
    assert found[0] == found[1] == found[2]


# What is in it


def test_figures_and_quotes_carry_address_offsets_and_sentence(whole: Path) -> None:
    [quote] = records(whole / "quotes.jsonl.gz")
    assert quote["url"] == "https://surya.example/1"
    assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    assert quote["sentence"].endswith("ujar Ratna Kusumawati, Dirjen IKMA.")
    for figure in records(whole / "figures.jsonl.gz"):
        assert TEXT[figure["start"] : figure["end"]] == figure["text"]
        assert figure["sentence"]
        assert figure["url"] == "https://surya.example/1"


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("Satu. “Dua tiga,” ujar Ani. Empat.", "Dua tiga,", "“Dua tiga,” ujar Ani."),
        ("Satu. Menurut Ani, dua tiga. Empat.", "dua tiga", "Menurut Ani, dua tiga."),
        ("Satu\n\n“Dua. Tiga.” Empat.\n\nLima", "Dua. Tiga.", "“Dua. Tiga.”"),
        ("Kami siap", "Kami siap", "Kami siap"),
    ],
)
def test_the_sentence_of_a_quotation(text: str, piece: str, expected: str) -> None:
    start = text.index(piece)
    assert sentence(text, start, start + len(piece)) == expected


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_sentence_holds_its_piece(text: str, start: int, end: int) -> None:
    found = sentence(text, start, end)
    assert found is None or text[start:end].strip() in found


def test_coverage_shows_a_gap_as_a_gap(whole: Path) -> None:
    days = {(r["publisher"], r["day"]): r for r in records(whole / "coverage.jsonl.gz")}
    kept = ("state", "crawls", "found", "stored", "blocked", "failed")
    told = {day: tuple(days["surya", day][name] for name in kept) for day in ("2019-07-04", "2019-07-05", "2019-07-06")}
    assert told == {
        "2019-07-04": ("collected", 2, 15, 9, 2, 2),
        "2019-07-05": ("none", 0, 0, 0, 0, 0),
        "2019-07-06": ("failed", 1, 5, 0, 0, 5),
    }


def test_a_crawl_that_was_broken_off_is_no_collection(whole: Path) -> None:
    [state] = {
        r["state"]
        for r in records(whole / "coverage.jsonl.gz")
        if (r["publisher"], r["day"]) == ("antara", "2019-07-07")
    }
    assert state == "failed"


def test_coverage_counts_what_was_printed(whole: Path) -> None:
    assert sum(r["printed"] for r in records(whole / "coverage.jsonl.gz")) == 47  # one has no day


def test_a_nested_article_is_what_pantau_read_prints(whole: Path) -> None:
    first = records(whole / "articles_full.jsonl.gz")[0]
    assert first["ministries"] == [
        {"canonical": "Kementerian Perindustrian", "surfaces": ["Kementerian Perindustrian"]}
    ]
    assert first["countries"] == ["BD", "LA"]
    assert [(o["name"], o["office"], o["aliases"]) for o in first["officials"]] == [
        ("Ratna Kusumawati", "Direktur Jenderal IKMA", ["Ratna"])
    ]
    assert [(f["surface"], f["value"], f["unit"]) for f in first["figures"]][:2] == [
        ("19 peserta", 19.0, "peserta"), ("Rp 1,2 triliun", 1.2e12, "IDR"),
    ]  # fmt: skip
    assert [(d["surface"], d["iso"]) for d in first["dates"]] == [("Rabu (3/7/2019)", "2019-07-03")]
    assert [q["speaker"] for q in first["quotes"]] == ["Ratna Kusumawati"]
    assert first["people"] == []


def test_without_text_no_file_holds_an_article(database: Path, tmp_path: Path) -> None:
    export(database, tmp_path / "out")
    assert "text" not in records(tmp_path / "out" / "articles.jsonl.gz")[0]
    assert "text" not in records(tmp_path / "out" / "revisions.jsonl.gz")[0]
    assert "text" not in records(tmp_path / "out" / "articles_full.jsonl.gz")[0]["article"]


def test_with_text_a_notice_says_whose_it_is(
    whole: Path, database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert records(whole / "articles.jsonl.gz")[0]["text"] == TEXT
    assert "The texts belong to their publishers" in (whole / "README.md").read_text(encoding="utf-8")
    shown = pantau(database.parent, monkeypatch, "export", str(tmp_path / "out"), "--with-text", "--format", "jsonl")
    assert "belong to their publishers" in shown.stderr


# Selections


def ids(out: Path) -> list[int]:
    return [record["id"] for record in records(out / "articles.jsonl.gz")]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(since="2019-07-05", until="2019-07-07"), [3, 4, 6]),
        (Selection(publishers=("antara",)), [2, 4, 8]),
        (Selection(publishers=("antara", "jahat"), relevant=True), [2, 5, 8]),
        (Selection(topics=("ikm",)), [1]),
        (Selection(entities=("country-BD",)), [1]),
        (Selection(entities=("bangladesh",)), [1]),
        (Selection(entities=("country-BD",), since="2019-07-05"), []),
    ],
)
def test_a_selection(database: Path, tmp_path: Path, selection: Selection, expected: list[int]) -> None:
    export(database, tmp_path / "out", ["jsonl"], selection)
    assert ids(tmp_path / "out") == expected


def test_a_selection_keeps_what_its_articles_name_and_nothing_else(database: Path, tmp_path: Path) -> None:
    export(database, tmp_path / "out", selection=Selection(publishers=("antara",)))
    assert records(tmp_path / "out" / "mentions.jsonl.gz") == records(tmp_path / "out" / "entities.jsonl.gz") == []
    assert [record["id"] for record in records(tmp_path / "out" / "stories.jsonl.gz")] == [1]
    assert frictionless.validate(str(tmp_path / "out" / "datapackage.json")).valid


def test_a_link_to_an_empty_table_passes_the_validator(tmp_path: Path) -> None:
    database = database_in(tmp_path)
    with sqlite3.connect(database) as db:
        db.execute("update articles set story = null")
        db.execute("delete from stories")
    export(database, tmp_path / "out", ["jsonl", "csv"])
    assert frictionless.validate(str(tmp_path / "out" / "datapackage.json")).flatten(["name", "message"]) == []


def test_an_unknown_name_is_an_error(database: Path, tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="kompass is not in the database"):
        export(database, tmp_path / "out", selection=Selection(publishers=("kompass",)))
    assert list(tmp_path.iterdir()) == []


# The same bytes


def test_two_runs_are_the_same_bytes(database: Path, whole: Path, tmp_path: Path) -> None:
    time.sleep(1.1)  # so that a time of writing would show
    export(database, tmp_path / "again", selection=Selection(with_text=True))
    assert tree(tmp_path / "again") == tree(whole)


# What goes wrong


def test_a_row_lost_on_the_way_is_an_error(tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lossy = lambda *given: (chunk for chunk in [])  # noqa: E731
    monkeypatch.setattr(work, "pieces", lossy)
    with pytest.raises(NotWritten, match=r"articles\.jsonl\.gz: 0 rows were written of 48"):
        export(database, tmp_path / "out")


@pytest.fixture
def former(tmp_path: Path) -> tuple[Path, dict[str, bytes]]:
    """A database with a whole extract beside it, and the bytes of that extract."""
    database = database_in(tmp_path)
    export(database, tmp_path / "out", ["jsonl"])
    return tmp_path, tree(tmp_path / "out")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith("ikm.db")}


def test_a_locked_database_leaves_what_was_there(former: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, before = former
    monkeypatch.setattr(snapshot, "BUSY", 0.1)
    with sqlite3.connect(folder / "ikm.db") as plain_journal:
        plain_journal.execute("pragma journal_mode = delete")
    plain_journal.close()
    holder = sqlite3.connect(folder / "ikm.db", isolation_level=None)
    holder.execute("begin exclusive")
    shown = pantau(folder, monkeypatch, "export", str(folder / "out"))
    holder.close()
    assert (shown.exit_code, "locked" in shown.stderr) == (2, True)
    assert (names(folder), tree(folder / "out")) == ({"out"}, before)


def test_an_export_beside_a_writer_is_of_one_moment(former: Any) -> None:
    folder, before = former
    writer = ikm_db(folder / "ikm.db").conn
    writer.execute("begin immediate")
    writer.execute("delete from mentions")
    export(folder / "ikm.db", folder / "out", ["jsonl"])
    writer.rollback()
    writer.close()
    assert tree(folder / "out") == before


SLOW = """
import sys, time
from pathlib import Path
from pantau.export import extract
whole = extract.write_package
def slowly(*given):
    whole(*given)
    print("written", flush=True)
    time.sleep(60)
extract.write_package = slowly
extract.export(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_a_killed_export_leaves_what_was_there_and_the_next_clears_up(former: Any) -> None:
    folder, before = former
    command = [sys.executable, "-c", SLOW, str(folder / "ikm.db"), str(folder / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"written\n"
        child.send_signal(signal.SIGKILL)
    assert tree(folder / "out") == before
    assert len(names(folder)) == 2
    export(folder / "ikm.db", folder / "out", ["jsonl"])
    assert names(folder) == {"out"}
    assert tree(folder / "out") == before


def test_a_full_disk_leaves_what_was_there(former: Any) -> None:
    """The limit on the size of a file stands for the disk; where it can be, a small tmpfs is tried beside this."""
    folder, before = former
    code = "import sys; from pantau.cli import main; main()"
    small = 40_000  # bytes: room for SQLite's own files, not for datapackage.json

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (small, small))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    run = subprocess.run(
        [sys.executable, "-c", code, "export", str(folder / "out")],
        env={**os.environ, "PANTAU_DATA": str(folder)}, cwd=Path(__file__).parents[1],
        capture_output=True, text=True, check=False, preexec_fn=limit,
    )  # fmt: skip
    assert run.returncode == 2
    assert "could not be written" in run.stderr
    assert "Traceback" not in run.stderr
    assert (names(folder), tree(folder / "out")) == ({"out"}, before)


def test_a_full_tmpfs_leaves_what_was_there(former: Any) -> None:
    folder, _ = former
    small = folder / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", small], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no right to mount a tmpfs here; the limit on file sizes is tried instead")
    try:
        export(folder / "ikm.db", small / "out", ["jsonl"])
        before = tree(small / "out")
        filler = small / "filler"
        filler.write_bytes(bytes(100_000))
        with pytest.raises(NotWritten, match="No space left on device"):
            export(folder / "ikm.db", small / "out")
        assert tree(small / "out") == before
        assert {path.name for path in small.iterdir()} == {"out", "filler"}
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_folder_of_something_else_is_left_alone(database: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("x")
    with pytest.raises(NotWritten, match="no extract"):
        export(database, tmp_path / "out")
    assert names(tmp_path / "out") == {"thesis.txt"}


def test_without_a_database_the_command_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = pantau(tmp_path, monkeypatch, "export", str(tmp_path / "out"))
    assert (shown.exit_code, "run pantau update" in shown.stderr) == (2, True)


def test_an_unknown_format_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = pantau(tmp_path, monkeypatch, "export", str(tmp_path / "out"), "--format", "xml")
    assert (shown.exit_code, "choose of jsonl,csv,parquet,nested" in shown.stderr) == (2, True)


def test_the_command_counts_what_it_wrote(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = pantau(database.parent, monkeypatch, "export", str(tmp_path / "out"), "--format", "parquet", "--relevant")
    assert shown.output.startswith("export: 15 files, ")


def test_data_files_have_names_for_the_package() -> None:
    assert Data("articles.csv.gz", coverage_table(), "csv", 0, 0, "").name == "coverage-csv"
