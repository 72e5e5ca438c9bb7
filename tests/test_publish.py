"""`pantau publish`: what is kept, what is listed, and what Datasette serves of it."""

import asyncio
import gzip
import hashlib
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pyarrow.parquet as pq
import pytest
import yaml
from click.testing import CliRunner
from datasette.app import Datasette
from filelock import FileLock
from lxml import html

from pantau.cli import main
from pantau.export.extract import NotWritten, export
from pantau.export.publish import keep, publish
from pantau.export.selection import Selection
from tests.datasette_data import TEXT, ikm_data

ROOM = Path(__file__).parents[1] / "datasette"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data with extracts of two days."""
    folder = tmp_path_factory.mktemp("published")
    database = ikm_data(folder)
    for day in (date(2026, 11, 2), TODAY):
        publish(database, folder / "extracts", day)
    return folder


def opened(folder: Path, mode: str = "local") -> Datasette:
    metadata = yaml.safe_load((ROOM / "metadata.yaml").read_text(encoding="utf-8"))
    metadata.setdefault("plugins", {})["access"] = {"mode": mode}
    return Datasette(
        [str(folder / "ikm.db")],
        metadata=metadata,
        settings=json.loads((ROOM / "settings.json").read_text(encoding="utf-8")),
        template_dir=str(ROOM / "templates"),
        plugins_dir=str(ROOM / "plugins"),
    )


@pytest.fixture(scope="module")
def site(published: Path) -> Datasette:
    return opened(published)


def get(site: Datasette, path: str) -> httpx.Response:
    return asyncio.run(site.client.get(path))


def index(published: Path) -> dict[str, Any]:
    return dict(json.loads((published / "extracts" / "index.json").read_text(encoding="utf-8")))


# What is kept


def nightly(first: date, last: date) -> dict[date, str]:
    """What is left of an extract every night, the rule applied each time to what it left before."""
    days: list[date] = []
    kept: dict[date, str] = {}
    for number in range((last - first).days + 1):
        today = first + timedelta(days=number)
        kept = keep([*days, today], today)
        days = list(kept)
    return kept


KEPT = nightly(date(2026, 1, 1), date(2026, 11, 24))


def test_every_extract_of_the_last_fourteen_days_is_kept() -> None:
    assert {TODAY - timedelta(days=n) for n in range(14)} <= set(KEPT)


def test_the_first_of_each_month_is_kept_for_ever() -> None:
    assert [day for day, kind in KEPT.items() if kind == "monthly"] == [date(2026, n, 1) for n in range(1, 12)]


def test_the_mondays_of_twelve_weeks_are_kept() -> None:
    mondays = [day for day, kind in KEPT.items() if kind == "weekly"]
    assert mondays == [date(2026, 9, 7) + timedelta(weeks=n) for n in range(12)]


def test_nothing_else_is_kept() -> None:
    assert len(KEPT) == 11 + 12 + len([day for day, kind in KEPT.items() if kind == "daily"])
    assert min(day for day, kind in KEPT.items() if kind == "daily") > TODAY - timedelta(days=14)


def test_an_extract_after_a_gap_is_the_first_of_its_week_and_month() -> None:
    assert keep([date(2026, 5, 20), date(2026, 5, 21)], date(2026, 11, 24)) == {date(2026, 5, 20): "monthly"}


def test_what_the_rule_lets_go_is_removed(tmp_path: Path) -> None:
    database = ikm_data(tmp_path)
    for day in (date(2026, 5, 1), date(2026, 5, 2), TODAY):
        publish(database, tmp_path / "extracts", day)
    assert sorted(path.name for path in (tmp_path / "extracts").iterdir()) == [
        "2026-05-01", "2026-11-24", "index.json", "latest",
    ]  # fmt: skip


# What is written


def test_an_extract_with_texts_is_neither_listed_nor_served(tmp_path: Path) -> None:
    database, extracts = ikm_data(tmp_path), tmp_path / "extracts"
    export(database, extracts / "2026-11-20", ["jsonl"], Selection(with_text=True))
    publish(database, extracts, TODAY)
    assert [extract["date"] for extract in index(tmp_path)["extracts"]] == ["2026-11-24"]
    assert (extracts / "2026-11-20" / "datapackage.json").exists()
    assert get(opened(tmp_path), "/extracts/2026-11-20/articles.jsonl.gz").status_code == 404


def test_a_nightly_extract_holds_no_text_of_an_article(published: Path) -> None:
    for path in (published / "extracts" / "latest").rglob("*.gz"):
        assert TEXT not in gzip.decompress(path.read_bytes()).decode().replace("\\n", "\n")
    for name in ("articles", "revisions"):
        assert "text" not in pq.read_schema(published / "extracts" / "latest" / f"{name}.parquet").names


def test_latest_leads_to_the_newest(published: Path) -> None:
    assert (published / "extracts" / "latest").resolve().name == "2026-11-24"


def test_the_index_lists_every_file_with_its_checksum(published: Path) -> None:
    for extract in index(published)["extracts"]:
        folder = published / "extracts" / extract["date"]
        there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        assert {file["path"] for file in extract["files"]} == there
        for file in extract["files"]:
            assert hashlib.sha256((folder / file["path"]).read_bytes()).hexdigest() == file["sha256"]


def test_an_extract_that_fails_leaves_everything_as_it_was(published: Path) -> None:
    before = index(published)
    with pytest.raises(NotWritten, match="does not exist"):
        publish(published / "none.db", published / "extracts", TODAY)
    assert index(published) == before
    assert (published / "extracts" / "latest" / "datapackage.json").exists()


def test_the_command_names_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ikm_data(tmp_path)
    monkeypatch.setenv("PANTAU_DATA", str(tmp_path))
    run = CliRunner().invoke(main, ["publish"], catch_exceptions=False)
    assert run.exit_code == 0
    assert Path(run.output.split("publish: ")[-1].strip()).joinpath("datapackage.json").exists()


def test_two_runs_at_once_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ikm_data(tmp_path)
    (tmp_path / "extracts").mkdir()
    monkeypatch.setenv("PANTAU_DATA", str(tmp_path))
    with FileLock(tmp_path / "extracts" / "pantau.lock"):
        assert CliRunner().invoke(main, ["publish"], catch_exceptions=False).exit_code == 75


# What is served


def test_the_page_is_in_indonesian_and_english(site: Datasette) -> None:
    page = html.fromstring(get(site, "/extracts/").text)
    assert page.get("lang") == "id"
    assert "Unduhan untuk peneliti" in page.find(".//main").text_content()
    assert "how to cite" in page.xpath("string(//section[@lang='en'])")


def test_the_page_shows_rows_size_and_checksum(site: Datasette, published: Path) -> None:
    page = html.fromstring(get(site, "/extracts/").text)
    file = next(f for f in index(published)["extracts"][-1]["files"] if f["path"] == "mentions.parquet")
    row = page.xpath("//tr[td/a='mentions.parquet']")[0]
    assert row.xpath("string(td[2])") == "10"
    assert row.xpath("string(td[4])") == file["sha256"]
    assert "kB" in row.xpath("string(td[3])")


def test_the_page_needs_no_script(site: Datasette) -> None:
    page = html.fromstring(get(site, "/extracts/").text)
    assert not page.xpath("//script | //style | //@style | //@onclick")


def test_the_page_of_all_data_leads_there(site: Datasette) -> None:
    assert html.fromstring(get(site, "/ikm").text).xpath("//main//a[@href='/extracts/']")


def test_scripts_get_the_index(site: Datasette, published: Path) -> None:
    assert get(site, "/extracts/index.json").json() == index(published)


@pytest.mark.parametrize("path", ["/extracts/", "/extracts/index.json", "/extracts/latest/quotes.csv.gz"])
def test_extracts_are_for_the_public_of_a_public_desk_and_for_staff_of_another(published: Path, path: str) -> None:
    assert get(opened(published, "public"), path).status_code == 200
    assert get(opened(published, "staff"), path).status_code in (302, 401, 403)


@pytest.mark.parametrize("day", ["2026-11-02", "2026-11-24", "latest"])
def test_a_file_comes_as_it_is(site: Datasette, published: Path, day: str) -> None:
    answer = get(site, f"/extracts/{day}/articles.parquet")
    assert answer.content == (published / "extracts" / day / "articles.parquet").read_bytes()


def test_a_schema_comes_from_its_folder(site: Datasette) -> None:
    assert get(site, "/extracts/latest/schemas/quotes.schema.json").json()["title"] == "Quotations"


@pytest.mark.parametrize(
    "path",
    [
        "/extracts/2026-11-24/..%2F..%2Fikm.db",
        "/extracts/2026-11-24/../../ikm.db",
        "/extracts/..%2Fikm.db",
        "/extracts/2026-11-25/articles.parquet",
        "/extracts/latest/none.csv",
        "/extracts/pantau.lock",
    ],
)
def test_nothing_else_is_served(site: Datasette, path: str) -> None:
    answer = get(site, path)
    assert answer.status_code in (302, 403, 404)
    assert not answer.content.startswith(b"SQLite")


def test_without_extracts_the_page_says_what_to_do(tmp_path: Path) -> None:
    empty = Datasette(
        [str(ikm_data(tmp_path))],
        metadata=yaml.safe_load((ROOM / "metadata.yaml").read_text(encoding="utf-8")),
        template_dir=str(ROOM / "templates"),
        plugins_dir=str(ROOM / "plugins"),
    )
    assert "pantau publish" in get(empty, "/extracts/").text
    assert get(empty, "/extracts/index.json").json()["extracts"] == []
