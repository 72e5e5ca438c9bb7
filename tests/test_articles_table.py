"""/ikm/articles of a large database: no facets unless asked for, and a search that finds too much goes on at /cari."""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import yaml
from datasette.app import Datasette
from datasette.plugins import pm

from tests.datasette_data import ikm_data

ROOM = Path(__file__).parents[1] / "datasette"
METADATA = yaml.safe_load((ROOM / "metadata.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ikm_data(tmp_path_factory.mktemp("table"))


@pytest.fixture
def site(data: Path) -> Datasette:
    return Datasette(
        [str(data)], metadata=METADATA, plugins_dir=str(ROOM / "plugins"), template_dir=str(ROOM / "templates")
    )


@pytest.fixture
def large(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> Datasette:
    """The same, as if eight articles and those on bamboo were many: "bambu" stands in forty of them, "batik" in two."""
    plugin = pm.get_plugin("articles_table.py")
    monkeypatch.setattr(plugin, "LARGE", 7)
    monkeypatch.setattr(plugin, "MOST", 39)
    return site


def get(site: Datasette, path: str, **asked: str) -> httpx.Response:
    async def answer() -> httpx.Response:
        return await site.client.get(f"{path}?{urlencode(asked)}" if asked else path)

    return asyncio.run(answer())


def facets(answer: httpx.Response) -> set[str]:
    return set(answer.json()["facet_results"])


def test_a_small_table_has_facets(site: Datasette) -> None:
    assert facets(get(site, "/ikm/articles.json")) == {"publisher", "relevant", "section", "day"}


def test_a_large_one_has_those_that_are_asked_for(large: Datasette) -> None:
    assert facets(get(large, "/ikm/articles.json")) == set()
    assert "publisher" in facets(get(large, "/ikm/articles.json", _facet="publisher"))


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 48),
        ({"publisher": "surya"}, 44),
        ({"publisher__exact": "surya"}, 44),
        ({"section": "Budaya"}, 1),
        ({"words__gt": "3"}, None),
        ({"section": "Budaya", "relevant": "1"}, None),
        ({"section": "Budaya", "relevant": "1", "_search": "tenun"}, 1),
    ],
)
def test_a_large_one_counts_what_an_index_counts(large: Datasette, asked: dict[str, str], count: int | None) -> None:
    answer = get(large, "/ikm/articles.json", **asked)
    assert (answer.status_code, answer.json()["filtered_table_rows_count"]) == (200, count)


def test_a_large_one_has_the_same_rows(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"publisher": "surya", "_search": "batik", "_shape": "array"}
    before = get(site, "/ikm/articles.json", **asked).json()
    monkeypatch.setattr(pm.get_plugin("articles_table.py"), "LARGE", 7)
    assert [row["id"] for row in before] == [1]
    assert get(site, "/ikm/articles.json", **asked).json() == before


@pytest.mark.parametrize("path", ["/ikm/articles", "/ikm/articles.json", "/ikm/articles.csv"])
def test_a_search_that_finds_little_is_answered(large: Datasette, path: str) -> None:
    assert get(large, path, _search="batik").status_code == 200


@pytest.mark.parametrize(("word", "status"), [("bambu", 400), ("batik", 200)])
def test_a_search_of_one_column_too(large: Datasette, word: str, status: int) -> None:
    assert get(large, "/ikm/articles", _search_title=word).status_code == status


@pytest.mark.parametrize(
    ("asked", "search"),
    [
        ({"_search": "bambu"}, "/cari?q=bambu"),
        ({"_search": "bambu", "_sort_desc": "published"}, "/cari?q=bambu"),
        ({"_search": "bambu", "publisher": "surya"}, "/cari?q=bambu&publisher=surya"),
        ({"_search": "bambu", "publisher__exact": "surya"}, "/cari?q=bambu&publisher=surya"),
        ({"relevant": "1", "_search": "bambu"}, "/cari?relevant=1&q=bambu"),
        ({"_search": "bambu", "day": "2019-07-09"}, "/cari?q=bambu&since=2019-07-09&until=2019-07-09"),
        ({"_search": "bambu", "day__gte": "2019-07-09"}, "/cari?q=bambu&since=2019-07-09"),
    ],
)
def test_one_that_finds_too_much_goes_on_at_the_search(large: Datasette, asked: dict[str, str], search: str) -> None:
    answer = get(large, "/ikm/articles", **asked)
    assert (answer.status_code, answer.headers["location"]) == (302, search)


@pytest.mark.parametrize("filters", [{"section": "Ekonomi"}, {"relevant": "0"}, {"_search_text": "bambu"}])
def test_with_a_filter_that_the_search_has_not_it_says_what_to_do(large: Datasette, filters: dict[str, str]) -> None:
    answer = get(large, "/ikm/articles", _search="bambu", **filters)
    assert answer.status_code == 400
    assert "Pencarian ini terlalu lama" in answer.text
    assert 'href="/cari"' in answer.text


def test_json_names_the_address_to_ask(large: Datasette) -> None:
    answer = get(large, "/ikm/articles.json", _search="bambu", publisher="surya")
    assert answer.status_code == 400
    said: dict[str, Any] = answer.json()
    assert (said["ok"], said["status"]) == (False, 400)
    assert "/ikm/search.json?q=bambu&publisher=surya" in said["error"]
    assert get(large, "/ikm/search.json", q="bambu", publisher="surya").status_code == 200


def test_csv_names_the_address_to_ask(large: Datasette) -> None:
    answer = get(large, "/ikm/articles.csv", _search="bambu")
    assert answer.status_code == 400
    assert "/ikm/search.csv?q=bambu" in answer.text


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"day__gte": "2019-07-05", "day__lte": "2019-07-07"}, [6, 4, 3]),
        ({"day__gt": "2019-07-05", "day__lt": "2019-07-07"}, [4]),
        ({"day__gte": "2019-07-05", "day__lte": "2019-07-05"}, [3]),  # whose time is not known, only its day
        ({"day__lte": "2019-07-03", "publisher": "surya", "day__gte": "2019-07-01"}, [1]),
    ],
)
def test_a_range_of_days_is_whole(site: Datasette, asked: dict[str, str], ids: list[int]) -> None:
    assert [row["id"] for row in get(site, "/ikm/articles.json", **asked, _shape="array").json()] == ids


def test_the_form_of_the_table_works(large: Datasette) -> None:
    form = {"_filter_column": "section", "_filter_op": "exact", "_filter_value": "Budaya"}
    answer = get(large, "/ikm/articles", **form)
    assert answer.status_code == 302
    assert get(large, answer.headers["location"]).status_code == 200


def test_who_may_not_see_the_table_is_not_sent_on(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    metadata = {**METADATA, "allow": {"id": "petugas"}}
    site = Datasette([str(data)], metadata=metadata, plugins_dir=str(ROOM / "plugins"))
    plugin = pm.get_plugin("articles_table.py")
    monkeypatch.setattr(plugin, "LARGE", 7)
    monkeypatch.setattr(plugin, "MOST", 39)
    assert get(site, "/ikm/articles", _search="bambu").status_code == 403
