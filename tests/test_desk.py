"""The desk: filters, feeds, figures printed elsewhere, differences, and who may see what."""

import asyncio
import io
import json
from pathlib import Path
from typing import Any

import httpx
import openpyxl
import pytest
from datasette.app import Datasette
from datasette_auth_passwords.utils import hash_password
from lxml import etree, html

from pantau.serving import metadata
from tests.datasette_data import TEXT, ikm_data
from tests.test_datasette import ROOM, plugin, text_of

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ikm_data(tmp_path_factory.mktemp("desk"))


def opened(data: Path, mode: str, login: bool = False) -> Datasette:
    described = metadata(mode, login)
    if login:
        described["plugins"]["datasette-auth-passwords"] = {"petugas_password_hash": hash_password("rahasia", "s", 1)}
    return Datasette(
        [str(data)],
        metadata=described,
        settings=json.loads((ROOM / "settings.json").read_text(encoding="utf-8")),
        template_dir=str(ROOM / "templates"),
        plugins_dir=str(ROOM / "plugins"),
        static_mounts=[("static", str(ROOM / "static"))],
    )


def get(site: Datasette, path: str, headers: dict[str, str] | None = None, **parameters: str) -> httpx.Response:
    return asyncio.run(site.client.get(path, params=parameters or None, headers=headers or {}))


@pytest.fixture(scope="module")
def site(data: Path) -> Datasette:
    return opened(data, "local")


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({"ministry": "kemenperin"}, [1]),
        ({"ministry": "Kementerian Perindustrian", "place": "Jatim"}, [1]),
        ({"ministry": "Kementerian Yang Tiada"}, []),
        ({"official": "Ratna"}, [1]),
        ({"country": "Laos"}, [1]),
        ({"place": "Jawa Timur", "since": "2019-08-01"}, []),
        ({"entity": "organisation-colombo-plan"}, [1]),
        ({"topic": "ikm"}, [1]),
        ({"publisher": "antara", "relevant": "1"}, [8, 2]),
        ({"q": "batik", "country": "Bangladesh"}, [1]),
    ],
)
def test_a_search_without_words_is_filtered(site: Datasette, filters: dict[str, str], ids: list[int]) -> None:
    assert [row["id"] for row in get(site, "/ikm/search.json", _shape="array", **filters).json()] == ids


@pytest.mark.parametrize(
    ("filters", "count"),
    [({"speaker": "ratna"}, 1), ({"q": "perajin dinas"}, 1), ({"q": "kopi"}, 0), ({"kind": "indirect"}, 0)],
)
def test_quotations_are_searched(site: Datasette, filters: dict[str, str], count: int) -> None:
    assert len(get(site, "/ikm/quotations.json", _shape="array", **filters).json()) == count


@pytest.mark.parametrize(
    ("filters", "values"),
    [
        ({"kind": "money"}, [1.2e12]),
        ({"kind": "count", "min": "100"}, [4.4e6]),
        ({"unit": "peserta"}, [19]),
        ({"q": "triliun"}, [1.2e12]),
        ({"min": "x"}, [19, 1.2e12, 4.4e6]),
    ],
)
def test_figures_are_searched(site: Datasette, filters: dict[str, str], values: list[float]) -> None:
    assert [row["value"] for row in get(site, "/ikm/amounts.json", _shape="array", **filters).json()] == values


@pytest.mark.parametrize("path", ["/kutipan", "/angka", "/bantuan", "/cari?ministry=Kemenperin"])
def test_a_page_of_the_desk_is_indonesian_and_without_script(site: Datasette, path: str) -> None:
    page = html.fromstring(get(site, path).text)
    assert page.get("lang") == "id"
    assert not page.xpath("//script | //style | //@style")


def test_a_figure_shows_its_sentence(site: Datasette) -> None:
    place = TEXT.index("Rp 1,2 triliun")
    assert "Kalimat dengan Rp 1,2 triliun." in text_of(get(site, f"/ikm/figures/1,text,{place}"))


def test_a_feed_is_atom_with_lasting_identifiers(site: Datasette) -> None:
    feed = etree.fromstring(get(site, "/ikm/search.atom", q="batik").content)
    assert feed.xpath("string(a:id)", namespaces=ATOM) == "tag:pantau-ikm,2026:search?q=batik"
    assert feed.xpath("a:entry/a:id/text()", namespaces=ATOM) == [f"tag:pantau-ikm,2026:article/{n}" for n in (2, 1)]


def test_a_feed_of_hostile_titles_keeps_them_as_text(site: Datasette) -> None:
    feed = etree.fromstring(get(site, "/ikm/search.atom", publisher="jahat", q="kedua").content)
    assert feed.xpath("string(a:entry/a:title)", namespaces=ATOM).startswith("<script>alert")


def test_excel_has_no_formula(site: Datasette) -> None:
    book = openpyxl.load_workbook(io.BytesIO(get(site, "/ikm/search.xlsx", q="batik").content))
    assert {cell.data_type for row in book.worksheets[0].rows for cell in row} <= {"s", "n", "inlineStr"}


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Rp 2,4 miliar", "Rp 2,1 miliar", "Rp <del>2,4 </del><ins>2,1 </ins>miliar"),
        ("<b>", "<b>", "&lt;b&gt;"),
        (None, None, ""),
    ],
)
def test_differences(old: str | None, new: str | None, shown: str) -> None:
    assert plugin("differences")["differences"](old, new) == shown


@pytest.mark.parametrize("path", ["/", "/cari", "/ikm/articles.json", "/ikm/article/1.json", "/bantuan", "/-/metadata"])
def test_a_password_protects(data: Path, path: str) -> None:
    assert get(opened(data, "staff", login=True), path).status_code == 401


def test_a_password_sends_a_reader_to_the_login(data: Path) -> None:
    response = get(opened(data, "staff", login=True), "/", headers={"accept": "text/html"})
    assert (response.status_code, response.headers["location"]) == (302, "/-/login")


@pytest.mark.parametrize("path", ["/-/health", "/-/login", "/static/pantau.css"])
def test_a_password_leaves_open(data: Path, path: str) -> None:
    assert get(opened(data, "staff", login=True), path).status_code == 200


def test_staff_may_write_sql(data: Path) -> None:
    staff = {"authorization": "Basic cGV0dWdhczpyYWhhc2lh"}  # petugas:rahasia
    response = get(opened(data, "staff", login=True), "/ikm.json", staff, sql="select 1")
    assert response.status_code == 200


@pytest.mark.parametrize(
    "path", ["/ikm/article_texts", "/ikm/search_source.json", "/ikm/articles_fts.json", "/ikm/article_record?id=1"]
)
def test_the_public_gets_no_table_of_full_texts(data: Path, path: str) -> None:
    assert get(opened(data, "public"), path).status_code == 403


def test_the_public_gets_the_first_words_alone(data: Path) -> None:
    record: dict[str, Any] = get(opened(data, "public"), "/ikm/article/1.json").json()
    assert len(record["article"]["text"]) <= 240
    assert "naik kelas" not in text_of(get(opened(data, "public"), "/ikm/articles/2"))
