"""The whole way: the sample press -> crawler -> articles.db -> nlp -> ikm.db -> a search result."""

import gzip
import json
import os
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pytest

from pantau.serving import command
from tests.site.press import write_archive

EXPECTED = tomllib.loads(Path(__file__).parent.joinpath("site", "expected.toml").read_text(encoding="utf-8"))
PUBLISHERS = EXPECTED["publishers"]
COLOMBO = "belajar-ikm-di-surabaya-kemensesneg-dan-kemenperin-ajak-wakil-12-negara-colombo-plan"
STORED = {url for publisher in PUBLISHERS.values() for url in publisher["stored"]}
SHORT = [case["url"] for case in EXPECTED["cases"] if case["first"] == "not_relevant"]  # title, time and address alone
ADDED = {url for publisher in PUBLISHERS.values() for url in publisher["added"]}


def pantau(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PANTAU_DATA": str(data), "PANTAU_CONFIG": str(data / "none.toml")}
    return subprocess.run(
        [sys.executable, "-m", "pantau", *arguments], env=environment, capture_output=True, text=True, check=False
    )


def rows(database: Path, query: str, *values: Any) -> list[tuple[Any, ...]]:
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        return db.execute(query, values).fetchall()


def json_of(data: Path, address: str) -> Any:
    """What Datasette answers at this address, with our pages and settings."""
    got = subprocess.run([*command(data, "127.0.0.1", 0), "--get", address], capture_output=True, text=True, check=True)
    return json.loads(got.stdout)


class Press:
    """Two days of the sample press, each collected and read by `pantau update`, and what that left behind."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        archives = {edition: folder / f"press-{edition}.warc.gz" for edition in (1, 2)}
        for edition, path in archives.items():
            write_archive(path, edition)
        self.first = pantau(self.data, "update", "--archive", str(archives[1]))
        self.outcomes = {1: self._outcomes()}
        self.stored = {url for (url,) in rows(self.data / "articles.db", "select url from articles")}
        self.again = pantau(self.data, "update", "--archive", str(archives[1]))
        self.asked_again = rows(
            self.data / "articles.db",
            "select url from visits where kind in ('article', 'part') "
            "and crawl > (select max(id) - count(distinct publisher) from crawls)",
        )
        self.second = pantau(self.data, "update", "--archive", str(archives[2]))
        self.outcomes[2] = self._outcomes()

    def _outcomes(self) -> dict[str, str]:
        return dict(rows(self.data / "articles.db", "select url, outcome from visits"))


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("flow"))


def test_every_run_went_well(press: Press) -> None:
    assert [run.returncode for run in (press.first, press.again, press.second)] == [0, 0, 0]


def test_update_ends_with_a_summary_in_one_line(press: Press) -> None:
    assert (
        press.first.stdout.splitlines()[-1]
        == f"update: 6 of 6 publishers, {len(STORED) - len(SHORT)} articles new, 0 revised; {len(STORED)} read"
    )
    assert press.second.stdout.splitlines()[-1] == "update: 6 of 6 publishers, 2 articles new, 1 revised; 4 read"


def test_the_articles_of_the_first_day_are_stored(press: Press) -> None:
    assert press.stored == STORED


def test_the_articles_of_the_second_day_are_added(press: Press) -> None:
    stored = {url for (url,) in rows(press.data / "articles.db", "select url from articles")}
    assert stored == STORED | ADDED


def test_a_second_update_makes_no_article_request(press: Press) -> None:
    assert press.asked_again == []


@pytest.mark.parametrize("case", EXPECTED["cases"], ids=lambda case: case["what"])
def test_every_special_case_ends_as_written(press: Press, case: dict[str, Any]) -> None:
    assert press.outcomes[1][case["url"]] == case["first"]
    assert press.outcomes[2][case["url"]] == case.get("second", case["first"])
    if "pages" in case:
        assert rows(press.data / "articles.db", "select pages from articles where url = ?", case["url"]) == [
            (case["pages"],)
        ]


def test_every_address_found_has_an_outcome(press: Press) -> None:
    assert [url for url, outcome in press.outcomes[2].items() if outcome in (None, "received")] == []


def test_only_reports_on_small_industry_are_relevant(press: Press) -> None:
    found = {url for (url,) in rows(press.data / "ikm.db", "select url from articles where not relevant")}
    assert found == {case["url"] for case in EXPECTED["irrelevant"]}


@pytest.mark.parametrize("story", EXPECTED["stories"], ids=lambda story: story["articles"][0][-40:])
def test_a_text_printed_by_several_publishers_is_one_story(press: Press, story: dict[str, Any]) -> None:
    urls = story["articles"]
    query = "select distinct story from articles where url in (select value from json_each(?))"
    [(number,)] = rows(press.data / "ikm.db", query, json.dumps(urls))
    assert rows(press.data / "ikm.db", "select url from articles where id = ?", number) == [(urls[0],)]
    assert rows(press.data / "ikm.db", "select articles from stories where id = ?", number) == [(len(urls),)]


def test_the_former_text_of_a_corrected_article_is_kept(press: Press) -> None:
    revised = [case["url"] for case in EXPECTED["cases"] if case.get("second") == "revised"]
    query = "select articles.url from revisions join articles on articles.id = article"
    assert rows(press.data / "ikm.db", query) == [(url,) for url in revised]


def test_a_search_finds_the_training_of_the_colombo_plan(press: Press) -> None:
    found = json_of(press.data, "/ikm/articles.json?_search=%22Colombo+Plan%22&_shape=array")
    assert [article["url"].rsplit("/", 1)[-1] for article in found] == [COLOMBO]


@pytest.fixture(scope="module")
def colombo(press: Press) -> dict[str, Any]:
    """All that was read out of the report that the project starts from, as Datasette gives it."""
    [(number,)] = rows(press.data / "ikm.db", "select id from articles where url like ?", f"%{COLOMBO}")
    return dict(json_of(press.data, f"/ikm/article/{number}.json"))


def test_its_four_officials_have_office_and_institution(colombo: dict[str, Any]) -> None:
    assert {(o["name"], o["office"], o["institution"]) for o in colombo["officials"]} == {
        ("Gati Wibawaningsih", "Direktur Jenderal Industri Kecil Menengah dan Aneka", "Kementerian Perindustrian"),
        ("Gogor Oko", "Staf Ahli Menteri Sekretaris Negara Bidang Polhukam", "Kementerian Sekretariat Negara"),
        ("Drajat Irawan", "Kepala Dinas", "Dinas Perindustrian dan Perdagangan Jawa Timur"),
        ("Jokowi", "Presiden", None),
    }


def test_its_twelve_countries_are_codes(press: Press) -> None:
    query = """select distinct code from mentions join entities on entities.id = entity
    join articles on articles.id = article where mentions.label = 'COUNTRY' and url like ?"""
    found = {code for (code,) in rows(press.data / "ikm.db", query, f"%{COLOMBO}")}
    assert found == {"BD", "BT", "LA", "MM", "NP", "PK", "IR", "MY", "BN", "MV", "IN", "ID"}


def test_its_quotations_have_full_speakers(colombo: dict[str, Any]) -> None:
    spoken = [(q["text"].split(".")[0], q["speaker_name"]) for q in colombo["quotes"] if q["kind"] == "direct"]
    assert spoken == [
        ("Colombo Plan itu wadah kerja sama kawasan", "Gogor Oko"),
        ("Inilah wujud kerja sama Selatan-Selatan, kerja sama antarnegara berkembang", "Gogor Oko"),
        ("Peluang bisnisnya bagus", "Gogor Oko"),
        (
            "Yang kami undang bukan cuma negara yang tertinggal dari kita, yang sudah lebih maju pun kami ajak",
            "Gati Wibawaningsih",
        ),
    ]


def test_its_figures_have_value_and_unit(colombo: dict[str, Any]) -> None:
    found = {(f["value"], f["unit"]) for f in colombo["figures"]}
    assert found >= {
        (12, "negara"), (19, "orang"), (4.4e6, "pelaku usaha kecil menengah"), (30000, "pelaku usaha kecil menengah"),
        (30, "percent"), (10000, "pelaku usaha kecil menengah"),
    }  # fmt: skip


def test_status_knows_every_publisher(press: Press) -> None:
    shown = pantau(press.data, "status", "--json")
    assert {publisher["name"] for publisher in json.loads(shown.stdout)} == set(PUBLISHERS)


def test_an_extract_of_it_passes_the_validators(press: Press, tmp_path: Path) -> None:
    assert pantau(press.data, "export", str(tmp_path / "out"), "--with-text").returncode == 0
    assert (
        frictionless.validate(str(tmp_path / "out" / "datapackage.json")).flatten(["name", "rowNumber", "message"])
        == []
    )
    for schema in (tmp_path / "out" / "schemas").iterdir():
        validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
        with gzip.open(tmp_path / "out" / f"{schema.name.split('.')[0]}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                validator.validate(json.loads(line))
