"""`pantau read`: files in, one JSON document each out."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pantau.cli import main

TEXT = """Perajin Batik Kediri Tembus Pasar Jepang

KEDIRI - Kepala Dinas Perindustrian Kota Kediri, Ratna Prameswari, mengatakan 250 perajin batik mulai ekspor ke Jepang.

"Nilai ekspornya mencapai Rp 1,5 miliar sejak awal tahun ini," kata Ratna, Selasa (4/2/2025).
"""


def read(*arguments: Path | str) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "batik.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    file = tmp_path_factory.mktemp("read") / "batik.txt"
    file.write_text(TEXT, encoding="utf-8")
    return dict(json.loads(read(file, "--published", "2025-02-04").stdout))


def test_a_text_is_a_headline_and_what_stands_under_it(document: dict[str, Any]) -> None:
    assert (document["id"], document["title"]) == ("batik", "Perajin Batik Kediri Tembus Pasar Jepang")
    assert document["published"] == "2025-02-04"


def test_the_official_stands_with_office_and_institution(document: dict[str, Any]) -> None:
    [official] = document["officials"]
    assert (official["name"], official["office"], official["institution"], official["aliases"]) == (
        "Ratna Prameswari", "Kepala Dinas", "Dinas Perindustrian Kota Kediri", ["Ratna"],
    )  # fmt: skip


def test_the_quotation_has_its_speaker_by_full_name(document: dict[str, Any]) -> None:
    [quote] = document["quotes"]
    assert (quote["speaker"], quote["cue"]) == ("Ratna Prameswari", "kata")


@pytest.mark.parametrize("kind", ["officials", "figures", "dates", "quotes", "mentions"])
def test_offsets_count_in_the_file_as_a_whole(document: dict[str, Any], kind: str) -> None:
    for record in document[kind]:
        printed = record.get("surface") or (record["name"] if kind == "officials" else record["text"])
        assert TEXT[record["start"] : record["end"]] == printed
    assert document[kind]


def test_countries_are_codes(document: dict[str, Any]) -> None:
    assert document["countries"] == ["JP"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("empty.html", b" \n", "the file is empty"),
        ("binary.txt", b"\x00\x01\x02 abc", "NUL"),
        ("latin.txt", "Café di Malang".encode("latin-1"), "not a UTF-8 text"),
        ("binary.html", bytes(range(256)) * 40, "neither markup nor text"),
        ("none.html", b"<html><body><p>Halo</p></body></html>", "no article on it"),
        ("huge.html", b"<p>x</p>" * 7_000_000, "56 MB; an article is never larger than 5 MiB"),
    ],
)
def test_rubbish_is_refused_in_one_line_and_the_others_are_read(
    tmp_path: Path, text: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    shown = read(tmp_path / name, text)
    assert shown.exit_code == 1
    [line] = shown.stderr.strip().splitlines()
    assert line.startswith(f"{tmp_path / name}: ")
    assert says in line
    assert [json.loads(line)["id"] for line in shown.stdout.splitlines()] == ["batik"]


def test_a_missing_file_is_named(tmp_path: Path, text: Path) -> None:
    shown = read(tmp_path / "none.html", text)
    assert (shown.exit_code, "none.html: No such file or directory" in shown.stderr) == (1, True)


@pytest.fixture(scope="module")
def explained(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("explain") / "batik.txt"
    file.write_text(TEXT, encoding="utf-8")
    return read(file, "--published", "2025-02-04", "--explain").stdout


@pytest.mark.parametrize(
    "lines",
    [
        ("batik: Perajin Batik Kediri Tembus Pasar Jepang", "about small industry: yes"),
        ("TOPIC     ikm  topics.headline (words in the headline): Perajin, Batik, perajin, batik",),
        (
            "OFFICIAL  text 91-107  officials.title_before (the office stands before the name)",
            "          …la Dinas Perindustrian Kota Kediri, [Ratna Prameswari], mengatakan 250 perajin batik mulai…",
            "       -> Ratna Prameswari (person-ratna-prameswari): Kepala Dinas, Dinas Perindustrian Kota Kediri; "
            "also called Ratna",
        ),
        (
            "QUOTE     text 164-224  quotes.marks (between quotation marks, with a verb of speaking beside it)",
            '          …jin batik mulai ekspor ke Jepang. "[Nilai ekspornya mencapai Rp 1,5 miliar sejak awal tahun '
            'ini,]" kata Ratna, Selasa (4/2/2025).',
            "       -> Ratna Prameswari (person-ratna-prameswari), cue: kata",
            '       -> speaker.behind_cue.name (behind the verb; a person named there): "Ratna"',
        ),
        ("       -> exact 1,500,000,000 IDR (money), of nilai ekspor",),
        (
            "DATE      text 238-255  dates.year_printed (the year is printed, with the day or with another day of its "
            "list)",
            '          … sejak awal tahun ini," kata Ratna, [Selasa (4/2/2025)].',
            "       -> 2025-02-04",
        ),
    ],
    ids=["headline", "topic", "official", "quotation", "figure", "date"],
)
def test_an_explanation_shows_words_place_rule_and_meaning(explained: str, lines: tuple[str, ...]) -> None:
    assert "\n".join(lines) in explained


def test_an_explanation_holds_every_record(explained: str, document: dict[str, Any]) -> None:
    for kind in ("officials", "mentions", "quotes", "statements", "figures", "dates"):
        for record in document[kind]:
            place = f" {record['start']}-{record['end']}  "
            assert f"{place}{record['rule']} (" in explained


def test_explained_and_written(tmp_path: Path, text: Path) -> None:
    shown = read("--out", tmp_path / "read", "--explain", text)
    assert (shown.exit_code, shown.stdout.startswith("batik: Perajin")) == (0, True)
    assert (tmp_path / "read" / "batik.json").exists()


def test_out_writes_a_file_for_each(tmp_path: Path, text: Path) -> None:
    shown = read("--out", tmp_path / "read", text)
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert json.loads((tmp_path / "read" / "batik.json").read_text())["relevant"] is True
