"""Rows of an extract, one by one: the same values in every format, and an error that names what cannot be exported."""

import csv
import gzip
import io
import json
import math
import os
import sqlite3
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.store import ikm_db
from pantau.export import ranges
from pantau.export.extract import FORMATS, NotWritten, export
from pantau.export.gzipped import GzipWriter
from pantau.export.parquet import as_csv
from pantau.export.schema import described
from pantau.export.selection import Selection
from tests.datasette_data import ikm_data

FLAT = ("jsonl", "csv", "parquet")


def changed(folder: Path, *statements: tuple[str, tuple[Any, ...]]) -> Path:
    """The database of the pages' tests after these statements."""
    database = ikm_data(folder)
    with sqlite3.connect(database) as db:
        for statement, values in statements:
            db.execute(statement, values)
    db.close()
    return database


def column(out: Path, table: str, name: str) -> dict[str, list[Any]]:
    """The cells of one column by format, texts and numbers as they are."""
    with gzip.open(out / f"{table}.jsonl.gz", "rt", encoding="utf-8", newline="\n") as lines:
        in_json = [json.loads(line)[name] for line in lines]
    with gzip.open(out / f"{table}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        in_csv = [row[name] for row in csv.DictReader(file)]
    return {"jsonl": in_json, "csv": in_csv, "parquet": pq.read_table(out / f"{table}.parquet")[name].to_pylist()}


# Values


@pytest.mark.parametrize(
    "title",
    [
        'Kata "kutip", koma; titik',
        "garis \\ miring \\\\ ganda \\n bukan baris",
        "baris\nkedua\r\nketiga\rkeempat\tkelima",
        "\x01\x02\x08\x0c\x1f\x7f\x80\u2028\u2029",
        'kurung ]\n[ dan "], ["',
        "null", "[]", "NA", " ", "'", "={1+1}", "😀 é 中文",
    ],
)  # fmt: skip
def test_a_text_is_the_same_in_every_format(tmp_path: Path, title: str) -> None:
    database = changed(tmp_path, ("update articles set title = ?, section = ? where id = 1", (title, title)))
    export(database, tmp_path / "out", FLAT)
    for name in ("title", "section"):
        found = column(tmp_path / "out", "articles", name)
        assert {form: cells[0] for form, cells in found.items()} == dict.fromkeys(FLAT, title)


NUMBERS = [0.1, 1 / 3, 12.5, 1e22, 5e-324, 1.7976931348623157e308, 123456789012345680.0, 1.2e12, 2**53 + 2.0, -7.25]


def test_a_number_is_the_same_to_the_last_digit_in_every_format(tmp_path: Path) -> None:
    rows = [
        ("insert into figures (article, value, kind, unit, bound, doubtful, text, part, start, \"end\", sentence) "
         "values (8, ?, 'count', 'unit', 'exact', 0, 'x', 'text', ?, 1, 'x')", (number, at))
        for at, number in enumerate(NUMBERS)
    ]  # fmt: skip
    export(changed(tmp_path, *rows), tmp_path / "out", FLAT)
    found = column(tmp_path / "out", "figures", "value")
    assert found["jsonl"][-len(NUMBERS) :] == NUMBERS
    assert [float(cell) for cell in found["csv"][-len(NUMBERS) :]] == NUMBERS
    assert found["parquet"][-len(NUMBERS) :] == NUMBERS


def test_what_is_not_a_number_is_null_as_sqlite_keeps_it(tmp_path: Path) -> None:
    database = changed(tmp_path, ("update figures set value = ?", (math.nan,)))
    export(database, tmp_path / "out", FLAT)
    found = column(tmp_path / "out", "figures", "value")
    assert (set(found["jsonl"]), set(found["csv"]), set(found["parquet"])) == ({None}, {""}, {None})


def test_the_largest_whole_number_is_exact(tmp_path: Path) -> None:
    database = changed(tmp_path, ("update articles set words = 9223372036854775807 where id = 1", ()))
    export(database, tmp_path / "out", FLAT)
    found = column(tmp_path / "out", "articles", "words")
    assert [int(cells[0]) for cells in found.values()] == [9223372036854775807] * 3


@pytest.mark.parametrize("authors", [[], ["Sri"], ['"Sri" \\ \n'], ["a, b", "[c]", "}"], [""]])
def test_a_list_is_the_same_in_every_format(tmp_path: Path, authors: list[str]) -> None:
    database = changed(tmp_path, ("update articles set authors = ? where id = 1", (json.dumps(authors),)))
    export(database, tmp_path / "out", FLAT)
    found = column(tmp_path / "out", "articles", "authors")
    assert (found["jsonl"][0], json.loads(found["csv"][0]), found["parquet"][0]) == (authors, authors, authors)


@given(st.lists(st.tuples(st.text(max_size=30), st.integers(-9, 9)), min_size=1, max_size=9))
def test_arrays_of_json_are_read_as_rows_of_csv(rows: list[tuple[str, int]]) -> None:
    with sqlite3.connect(":memory:") as db:
        lines = [db.execute("select json_array(?, ?)", row).fetchone()[0] for row in rows]
    db.close()
    cells = as_csv(("\n".join(lines) + "\n").encode()).decode()
    read = csv.reader(io.StringIO(cells, newline=""))
    assert [(text, int(number)) for text, number in read] == rows


# Parts


def lines(out: Path) -> dict[str, bytes]:
    return {path.name: gzip.decompress(path.read_bytes()) for path in out.glob("*.gz")}


@pytest.mark.parametrize("size", [1, 2, 7])
@pytest.mark.parametrize("selection", [Selection(), Selection(publishers=("surya",)), Selection(relevant=True)])
def test_it_does_not_matter_how_many_rows_are_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, selection: Selection
) -> None:
    database = ikm_data(tmp_path)
    export(database, tmp_path / "whole", FLAT, selection)
    monkeypatch.setattr(ranges, "ROWS", size)
    export(database, tmp_path / "parts", FLAT, selection)
    assert lines(tmp_path / "parts") == lines(tmp_path / "whole")
    for path in (tmp_path / "whole").glob("*.parquet"):
        assert pq.read_table(tmp_path / "parts" / path.name).equals(pq.read_table(path))


@given(st.lists(st.binary(max_size=2000), max_size=20))
def test_gzip_reads_what_was_written(pieces: list[bytes]) -> None:
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"pantau-gzip-{os.getpid()}"
    with GzipWriter(path) as out:
        for piece in pieces:
            out.write(piece)
    content = path.read_bytes()
    path.unlink()
    assert gzip.GzipFile(fileobj=io.BytesIO(content)).read() == b"".join(pieces)
    assert content[3:8] == bytes(5)  # no name, no time


# Faults


FAULTS = [
    ("update articles set authors = '[\"x\"' where id = 3", "articles, row with id 3: authors"),
    ("update articles set tags = '[\"x\", 1]' where id = 3", "articles, row with id 3: tags"),
    ("update articles set tags = '{}' where id = 3", "articles, row with id 3: tags"),
    ("update articles set published = '2019-07-05T10:00' where id = 4", "articles, row with id 4: published"),
    ("update articles set published = '2019-02-30T10:00+07:00' where id = 4", "articles, row with id 4: published"),
    ("update dates set date = '2019-02-30'", "dates, row with article 1, part 'text', start "),
    ("update articles set title = cast(x'41ff42' as text) where id = 6", "articles, row with id 6: title"),
    ("update articles set section = x'4142' where id = 6", "articles, row with id 6: section"),
    ("update articles set words = 'banyak' where id = 6", "articles, row with id 6: words"),
    ("update articles set words = 2.5 where id = 6", "articles, row with id 6: words"),
    ("update articles set words = 9223372036854775808 where id = 6", "articles, row with id 6: words"),
    ("update articles set relevant = 2 where id = 8", "articles, row with id 8: relevant"),
    ("update figures set value = 9e999", "figures, row with article 1, part 'text', start "),
    ("update figures set value = 'banyak'", "figures, row with article 1, part 'text', start "),
    ("update figures set unit = x'4142'", "figures, row with article 1, part 'text', start "),
    ("update figures set sentence = cast(x'ff' as text)", "figures, row with article 1, part 'text', start "),
    ("update quotes set kind = 'shouted'", "quotes, row with article 1, part 'text', start 123: kind"),
    ("update mentions set label = 'THING'", "mentions, row with article 1, part "),
    ("update entities set aliases = '[' where id = 'country-BD'", "entities, row with id 'country-BD': aliases"),
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("change", "says"), FAULTS)
def test_a_row_that_cannot_be_exported_is_an_error_with_its_id(
    tmp_path: Path, form: str, change: str, says: str
) -> None:
    database = changed(tmp_path, (change, ()))
    with pytest.raises(NotWritten) as error:
        export(database, tmp_path / "out", [form])
    assert says in str(error.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", FLAT)
def test_a_row_whose_article_is_gone_is_an_error(tmp_path: Path, form: str) -> None:
    database = changed(tmp_path, ("update quotes set article = 999", ()))
    with pytest.raises(NotWritten, match="quotes, row with article 999, part 'text', start 123: url is missing"):
        export(database, tmp_path / "out", [form])


# Earlier versions


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("alter table quotes drop column sentence", r"lacks quotes\.sentence\. Run pantau tag"),
        ("alter table mentions drop column rule", r"lacks mentions\.rule\. Run pantau tag"),
        ("drop table offices", r"lacks offices\. Run pantau tag"),
    ],
)
def test_a_database_of_an_earlier_version_is_not_exported_with_a_column_less(
    tmp_path: Path, change: str, says: str
) -> None:
    database = changed(tmp_path, (change, ()))
    with pytest.raises(NotWritten, match=says):
        export(database, tmp_path / "out")
    ikm_db(database).conn.close()  # as pantau tag opens it
    export(database, tmp_path / "out", ["jsonl"])


def test_a_value_with_more_rows_than_a_part_is_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranges, "ROWS", 2)
    db = sqlite3.connect(":memory:")
    db.execute("create table offices (person text, office text, primary key (person, office))")
    people = ["a"] * 9 + ["b"] + ["c"] * 7 + ["d"]
    db.executemany("insert into offices values (?, ?)", [(name, str(n)) for n, name in enumerate(people)])
    table = described("offices", {"person": ("text", True), "office": ("text", True)}, ("person", "office"))
    assert ranges.ranges(db, table, len(people)) == [(None, "b"), ("b", "c"), ("c", "d"), ("d", None)]
