"""Hostile content shows as text: on every kind of page, in every format, and in the digest."""

import asyncio
import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import httpx
import openpyxl
import pytest
import yaml
from datasette.app import Datasette
from lxml import html

from pantau.digest import as_html, as_text, digest
from pantau.serving import CONFIGURATION, desk
from tests.hostile_data import (
    DAY,
    DENSE_ARTICLE,
    FORMULAS,
    LAST_WORD,
    LONG_ARTICLE,
    MARKUP,
    NAMES,
    TURNED,
    hostile_data,
)

METADATA = yaml.safe_load((CONFIGURATION / "metadata.yaml").read_text(encoding="utf-8"))["databases"]["ikm"]
QUERIES = [name for name, query in METADATA["queries"].items() if not query.get("internal")]
TABLES = [name for name in METADATA["tables"] if name not in ("sqlite_sequence", "sqlite_stat1", "fingerprints")]
OWN = sorted(f"/{file.stem}" for file in (CONFIGURATION / "templates" / "pages").glob("[a-z]*.html"))
ROWS = [
    *(f"/ikm/articles/{number}" for number in (*range(1, len(NAMES) + 1), LONG_ARTICLE, DENSE_ARTICLE)),
    *(
        f"/ikm/entities/{label}-{number}"
        for label in ("person", "ministry")
        for number in (1, 2, LONG_ARTICLE, DENSE_ARTICLE)
    ),
    *(f"/ikm/{table}/{number},text,0" for table in ("figures", "quotes", "dates") for number in (1, LONG_ARTICLE)),
    *(
        "/ikm/publishers/jahat",
        "/ikm/stories/1",
        f"/ikm/revisions/{LONG_ARTICLE},1",
        f"/ikm/article_texts/{LONG_ARTICLE}",
    ),
]
SEARCHES = ["/cari?q=serangga", "/kutipan?q=kata", "/angka?q=kata", f"/cari?q={'<script>'}", f"/cari?place={'<b>'}"]
PAGES = ["/", "/tersimpan", "/ikm", *OWN, *SEARCHES, *ROWS]
PAGES += [f"/ikm/{name}" for name in (*TABLES, *QUERIES)]
LIMIT = 300_000  # bytes of a page
SAVED = "- nama: '<b>Semua</b>'\n  publisher: jahat\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    folder = tmp_path_factory.mktemp("hostile")
    hostile_data(folder)
    (folder / "tersimpan.yaml").write_text(SAVED, encoding="utf-8")
    return desk(folder)


def get(site: Datasette, path: str) -> httpx.Response:
    return asyncio.run(site.client.get(path))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_it_as_text(site: Datasette, path: str) -> None:
    response = get(site, path)
    assert response.status_code == 200
    tree = html.fromstring(response.content)
    own = [script.get("src") for script in tree.xpath("//script") if not script.text_content().strip()]
    assert len(own) == len(tree.xpath("//script"))
    assert not tree.xpath(
        "//iframe | //object | //embed | //main//b | //main//img[@onerror] | //@*[starts-with(name(), 'on')]"
    )
    addresses = tree.xpath(
        "//@href | //@src | //@action | //@xlink:href", namespaces={"xlink": "http://www.w3.org/1999/xlink"}
    )
    assert [address for address in addresses if re.match(r"\s*(javascript|data|vbscript):", address, re.I)] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_stays_small(site: Datasette, path: str) -> None:
    assert len(get(site, path).content) < LIMIT


@pytest.mark.parametrize(
    "path",
    [
        "/ikm/articles/1",
        "/ikm/entities/person-1",
        "/ikm/figures/1,text,0",
        "/cari?publisher=jahat",
        "/kutipan",
        "/angka",
    ],
)
def test_the_words_are_there_to_be_read(site: Datasette, path: str) -> None:
    assert MARKUP in html.fromstring(get(site, path).content).text_content()


def test_a_long_article_leads_to_its_whole_text(site: Datasette) -> None:
    page = html.fromstring(get(site, f"/ikm/articles/{LONG_ARTICLE}").content)
    assert LAST_WORD not in page.text_content()
    [whole] = set(page.xpath("//a[contains(@class, 'whole')]/@href"))
    response = get(site, whole)
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text.endswith(LAST_WORD)


def cells(site: Datasette, path: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(get(site, path).text, newline="")) for cell in row]


@pytest.mark.parametrize(
    "path", ["/ikm/articles.csv", "/ikm/search.csv?publisher=jahat", "/ikm/quotes.csv?_stream=1", "/ikm/entities.csv"]
)
def test_no_cell_of_csv_begins_a_formula(site: Datasette, path: str) -> None:
    found = cells(site, path)
    assert [cell for cell in found if re.match(r"\s*[=+\-@]", cell)] == []
    assert [f"'{formula}" for formula in FORMULAS if f"'{formula}" not in found] == []


def test_a_megabyte_in_csv_is_whole(site: Datasette) -> None:
    assert max(map(len, cells(site, "/ikm/article_texts.csv?_stream=1"))) > 1_000_000


@pytest.mark.parametrize(
    "path",
    [
        "/ikm/articles.xlsx",
        "/ikm/search.xlsx?publisher=jahat",
        "/ikm/quotes.xlsx",
        "/ikm/articles/3.xlsx",
        "/ikm/article_texts.xlsx",
    ],
)
def test_no_cell_of_excel_is_a_formula(site: Datasette, path: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(get(site, path).content))
    everything = [cell for sheet in book for row in sheet.rows for cell in row if cell.value is not None]
    assert {cell.data_type for cell in everything} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in everything)
    formulas = [cell for cell in everything if isinstance(cell.value, str) and re.match(r"\s*[=+\-@]", cell.value)]
    assert [cell.value for cell in formulas if not cell.quotePrefix] == []


@pytest.mark.parametrize(
    "path",
    [
        "/ikm/search.atom?publisher=jahat",
        "/ikm/quotations.atom?speaker=person-1",
        "/ikm/amounts.atom?unit=alert",
        "/ikm/newest.atom",
    ],
)
def test_a_feed_keeps_it_as_text(site: Datasette, path: str) -> None:
    feed = feedparser.parse(get(site, path).content)
    assert not feed.bozo
    assert any(MARKUP in entry.title for entry in feed.entries)
    assert [
        link.href for entry in feed.entries for link in entry.links if not link.href.startswith("http://localhost/")
    ] == []
    assert all(entry.title_detail.type == "text/plain" for entry in feed.entries)


@pytest.mark.parametrize("path", ["/ikm/articles.json", "/ikm/article/1.json", "/ikm/search.json?publisher=jahat"])
def test_json_is_no_page(site: Datasette, path: str) -> None:
    response = get(site, path)
    assert response.headers["content-type"].startswith("application/json")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert MARKUP in json.dumps(response.json(), ensure_ascii=False).replace('\\"', '"')


@pytest.fixture(scope="module")
def told(site: Datasette) -> Any:
    return asyncio.run(digest(site, date.fromisoformat(DAY)))


def test_a_digest_as_a_page_keeps_it_as_text(site: Datasette, told: Any) -> None:
    page = as_html(site, told, "http://desk.example")
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //b | //img | //link | //iframe | //@onmouseover")
    assert {address.partition("/ikm")[0].partition("/cari")[0] for address in tree.xpath("//@href")} == {
        "http://desk.example"
    }
    assert MARKUP in tree.text_content()
    assert len(page) < LIMIT


def test_a_digest_as_text_has_no_line_of_theirs(site: Datasette, told: Any) -> None:
    text = as_text(site, told, "http://desk.example")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\r\t\x00]", text)
    assert TURNED.strip("\u202e\u202c") in text
    assert len(text) < LIMIT


def test_the_folder_of_the_test_is_hostile(tmp_path: Path) -> None:
    """Guards the tests above: what they look for is in the database."""
    assert MARKUP.encode() in hostile_data(tmp_path).read_bytes()
