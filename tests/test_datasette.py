"""What Datasette shows of ikm.db: pages, JSON, search, marks, words and safety."""

import asyncio
import json
import re
import runpy
import sqlite3
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from datasette.app import Datasette
from datasette.plugins import pm
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from nlp.search import forget, key, rebuild, remember
from nlp.search import prepare as search_prepare
from nlp.store import ikm_db
from pantau.serving import command, serve, unready
from tests.datasette_data import CAPTION, HOSTILE, TEXT, ikm_data

ROOM = Path(__file__).parents[1] / "datasette"
METADATA = yaml.safe_load((ROOM / "metadata.yaml").read_text(encoding="utf-8"))
TABLES = METADATA["databases"]["ikm"]["tables"]
QUERIES = METADATA["databases"]["ikm"]["queries"]
WORDS = METADATA["plugins"]["words"]
PAGES = (
    "/",
    "/cari",
    "/cari?q=batik",
    "/cari?q=tidakada",
    "/ikm",
    "/ikm?_show_hidden=1",
    "/ikm/articles",
    "/ikm/articles?_search=batik&publisher=surya",
    "/ikm/articles/1",
    "/ikm/articles/3",
    "/ikm/articles/5",
    "/ikm/entities",
    "/ikm/entities/person-ratna-kusumawati",
    "/ikm/entities/ministry-kementerian-perindustrian",
    "/ikm/mentions",
    "/ikm/mentions/1,text,0,25,MINISTRY,ministry-kementerian-perindustrian",
    "/ikm/officials",
    "/ikm/quotes",
    "/ikm/figures",
    "/ikm/figures?_facet=what&value__gt=18",
    "/ikm/dates",
    "/ikm/topics",
    "/ikm/stories/1",
    "/ikm/publishers",
    "/ikm/revisions",
    "/ikm/crawls",
    "/ikm/taggings",
    "/ikm/failures",
    *(f"/ikm/{name}" for name in QUERIES),
    "/ikm/said?name=Ratna",
    "/ikm/most_named?label=PLACE",
    "/ikm/nothing",
    "/ikm/articles/999",
)


def plugin(name: str) -> dict[str, Any]:
    """The names of one plugin file: the room is no package, so that it never shadows the library."""
    return runpy.run_path(str(ROOM / "plugins" / f"{name}.py"))


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ikm_data(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def site(data: Path) -> Datasette:
    return Datasette(
        [str(data)],
        metadata=METADATA,
        settings=json.loads((ROOM / "settings.json").read_text(encoding="utf-8")),
        template_dir=str(ROOM / "templates"),
        plugins_dir=str(ROOM / "plugins"),
        static_mounts=[("static", str(ROOM / "static"))],
    )


def get(site: Datasette, path: str, **parameters: str) -> httpx.Response:
    return asyncio.run(site.client.get(path, params=parameters or None))


def text_of(response: httpx.Response) -> str:
    """What a reader sees of a page, in one line."""
    return " ".join(html.fromstring(response.text).find(".//main").text_content().split())


# Metadata


def schema(data: Path) -> dict[str, set[str]]:
    """Table or view -> columns, without what SQLite and FTS5 keep for themselves."""
    with sqlite3.connect(data) as db:
        names = [row[0] for row in db.execute("select name from sqlite_master where type in ('table', 'view')")]
        own = [name for name in names if not name.startswith(("sqlite_", "articles_fts"))]
        return {name: {row[1] for row in db.execute(f'pragma table_xinfo("{name}")')} for name in own}


def test_every_table_is_described_and_no_other(data: Path) -> None:
    assert {name for name in TABLES if not name.startswith("sqlite_")} == set(schema(data))


def test_every_column_is_described_and_no_other(data: Path) -> None:
    described = {name: set(TABLES[name]["columns"]) for name in schema(data)}
    assert described == schema(data)


@pytest.mark.parametrize("name", [*TABLES, *QUERIES])
def test_descriptions_have_a_label_and_an_explanation(name: str) -> None:
    thing = TABLES.get(name) or QUERIES[name]
    texts = [*thing.get("columns", {}).values(), *thing.get("parameters", {}).values()]
    assert [text for text in texts if not re.fullmatch(r"[^:]{2,30}: \S.+", text)] == []


@pytest.mark.parametrize("name", [name for name in TABLES if not name.startswith("sqlite_")])
def test_a_table_has_title_and_description(name: str) -> None:
    assert TABLES[name]["title"]
    assert TABLES[name]["description"]


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if "facets" in table])
def test_facets_and_sort_orders_are_columns(name: str) -> None:
    table = TABLES[name]
    used = {*table["facets"], table.get("sort"), table.get("sort_desc"), table.get("label_column")} - {None}
    assert used <= set(table["columns"])


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_describes_its_columns_and_parameters(site: Datasette, name: str) -> None:
    answer = get(site, f"/ikm/{name}.json").json()
    assert set(answer["columns"]) == set(QUERIES[name]["columns"])
    assert set(QUERIES[name].get("params", [])) == set(QUERIES[name].get("parameters", {}))


def test_every_kind_of_code_has_its_words() -> None:
    assert set(WORDS["codes"].values()) | set(WORDS["lookup"]) <= set(WORDS) | set(WORDS["lookup"])


# Pages


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_indonesian_without_script_style_or_outside_host(site: Datasette, path: str) -> None:
    response = get(site, path)
    assert response.status_code == (404 if path in PAGES[-2:] else 200)
    tree = html.fromstring(response.text)
    assert tree.get("lang") == "id"
    assert not tree.xpath("//script | //style | //@style | //@onclick | //iframe")
    loaded = tree.xpath("//link/@href | //img/@src | //form/@action")
    assert [address for address in loaded if re.match(r"//|https?://(?!localhost)", address)] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_none_of_the_english_words_of_stock_pages(site: Datasette, path: str) -> None:
    page = text_of(get(site, path))
    assert not re.search(r"\b(rows?|records?|Search|Apply|sorted by|where|home|Advanced export|descending)\b", page)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_small(site: Datasette, path: str) -> None:
    assert len(get(site, path).content) < 300_000


@pytest.mark.parametrize("path", PAGES)
def test_marked_up_rubbish_stays_text(site: Datasette, path: str) -> None:
    page = get(site, path).text
    assert not re.search(r"<script|<img|<i>Post|<u>x", page)
    assert not re.search(r"href=.?javascript:", page)


@pytest.mark.parametrize("path", ["/", "/ikm/articles/1", "/ikm/nothing", "/static/pantau.css", "/ikm/articles.json"])
def test_every_answer_has_the_security_headers(site: Datasette, path: str) -> None:
    headers = get(site, path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-robots-tag"] == "noindex, nofollow"


def test_robots_are_barred(site: Datasette) -> None:
    assert get(site, "/robots.txt").text == "User-agent: *\nDisallow: /"


def test_free_sql_is_off(site: Datasette) -> None:
    assert get(site, "/ikm.json?sql=select+1").status_code == 403


def test_the_home_page_tells_a_story_once(site: Datasette) -> None:
    page = text_of(get(site, "/"))
    assert "dimuat 2 kali" in page
    assert page.count("Peserta Dua Negara Belajar Batik") == 1
    assert "Peserta dua negara belajar batik" not in page


def test_the_home_page_leaves_out_what_is_not_relevant(site: Datasette) -> None:
    assert "Ikatan Keluarga Minang" not in text_of(get(site, "/"))


def test_helper_tables_are_hidden(site: Datasette) -> None:
    page = get(site, "/ikm").text
    assert not re.search(r"<code>(article_texts|article_entities|fingerprints|articles_fts\w*|sqlite_\w+)", page)


def test_an_empty_database_gives_pages(tmp_path: Path) -> None:
    ikm_db(tmp_path / "ikm.db").conn.close()
    settings = {"template_dir": str(ROOM / "templates"), "plugins_dir": str(ROOM / "plugins")}
    empty = Datasette([str(tmp_path / "ikm.db")], metadata=METADATA, **settings)
    assert "Belum ada berita" in text_of(get(empty, "/"))
    assert get(empty, "/cari?q=batik").status_code == 200


# Article and entity


@pytest.fixture(scope="session")
def article(site: Datasette) -> Any:
    return html.fromstring(get(site, "/ikm/articles/1").text)


@pytest.mark.parametrize(
    ("kind", "surface"),
    [
        ("ministry", "Kementerian Perindustrian"),
        ("agency", "Dinas Perindustrian Jawa Timur"),
        ("country", "Bangladesh"),
        ("place", "Jawa Timur"),
        ("official", "Ratna Kusumawati"),
        ("figure", "Rp 1,2 triliun"),
        ("date", "Rabu (3/7/2019)"),
        ("organisation", "Colombo Plan"),
    ],
)
def test_an_article_marks_what_was_read(article: Any, kind: str, surface: str) -> None:
    marks = article.xpath(f"//article//mark[contains(@class, '{kind}')][not(ancestor::fieldset)]")
    assert surface in [mark.text_content() for mark in marks]


def test_a_mark_says_what_it_means(article: Any) -> None:
    title = article.xpath("string(//div[@class='body']//mark[@class='official']/@title)")
    assert title == "Pejabat: Ratna Kusumawati; Direktur Jenderal IKMA, Kementerian Perindustrian"


def test_a_mark_of_a_quotation_names_its_speaker(article: Any) -> None:
    assert article.xpath("string(//mark[@class='quote'][@id]/@title)") == "Kutipan: Ratna Kusumawati (langsung)"


def test_a_mark_links_to_its_entity(article: Any) -> None:
    assert "/ikm/entities/country-BD" in article.xpath("//div[@class='body']//mark[@class='country']/a/@href")


def test_an_article_keeps_its_text(article: Any) -> None:
    paragraphs = [p.text_content() for p in article.xpath("//div[@class='body']/p")]
    assert "\n\n".join(paragraphs) == f"SURABAYA — {TEXT}"


@pytest.mark.parametrize(
    "shown",
    [
        "Surya · Rabu, 3 Juli 2019, 17.41 WIB",
        "Penulis: Sri Wahyuni",
        "Editor: Budi Hartono",
        "Direktur Jenderal IKMA, Kementerian Perindustrian",
        "4,4 juta pelaku usaha kecil",
        "Rp 1,2 triliun",
        "pernah diubah",
        "Antara Sulsel · Kamis, 4 Juli 2019, 08.05 WITA",
        CAPTION,
        "(Surya/Joko)",
    ],
)
def test_an_article_shows(article: Any, shown: str) -> None:
    assert shown in " ".join(article.find(".//main").text_content().replace("\xa0", " ").split())


def test_an_article_links_to_the_original(article: Any) -> None:
    assert article.xpath("//a[@class='original']/@href") == ["https://surya.example/1"]


def test_an_address_that_is_no_web_address_is_not_linked(site: Datasette) -> None:
    page = html.fromstring(get(site, "/ikm/articles/5").text)
    assert page.xpath("//a[@class='original']") == []
    assert HOSTILE in page.text_content()


def test_every_link_of_the_panel_leads_to_a_mark(article: Any) -> None:
    anchors = [href[1:] for href in article.xpath("//aside//a/@href") if href.startswith("#")]
    assert len(anchors) == 5
    assert set(anchors) <= set(article.xpath("//mark/@id"))


def test_an_entity_shows_office_quotation_and_article(site: Datasette) -> None:
    page = text_of(get(site, "/ikm/entities/person-ratna-kusumawati"))
    assert "Direktur Jenderal IKMA" in page
    assert "Disebut juga: Ratna" in page
    assert "Perajin dari Bangladesh belajar" in page
    assert "Peserta Dua Negara Belajar Batik di Surabaya" in page


def test_one_article_as_json(site: Datasette) -> None:
    record = get(site, "/ikm/article/1.json").json()
    assert record["article"]["authors"] == ["Sri Wahyuni"]
    assert record["officials"][0]["office"] == "Direktur Jenderal IKMA"
    assert [figure["value"] for figure in record["figures"]] == [19, 1.2e12, 4.4e6]
    assert record["printings"][0]["id"] == 2
    assert {len(record[key]) for key in ("quotes", "dates", "topics", "revisions")} == {1}


def test_offsets_of_the_json_count_within_the_part(site: Datasette) -> None:
    record = get(site, "/ikm/article/1.json").json()
    for mention in record["mentions"]:
        assert record["article"][mention["part"]][mention["start"] : mention["end"]] == mention["text"]


def test_one_entity_as_json(site: Datasette) -> None:
    record = get(site, "/ikm/entity/country-BD.json").json()
    assert record["entity"]["code"] == "BD"
    assert [row["id"] for row in record["articles"]] == [1]


@pytest.mark.parametrize("path", ["/ikm/article/999.json", "/ikm/article/x.json", "/ikm/entity/nobody.json"])
def test_a_record_that_is_not_there_is_404(site: Datasette, path: str) -> None:
    assert get(site, path).status_code == 404


@pytest.mark.parametrize("asked", ["_sort=unknown", "_sort=day&_sort_desc=day"])
@pytest.mark.parametrize("form", ["", ".json"])
def test_an_order_that_there_is_not_is_the_askers_mistake(site: Datasette, form: str, asked: str) -> None:
    assert get(site, f"/ikm/articles{form}?{asked}").status_code == 400


# Search


def found(site: Datasette, query: str) -> list[int]:
    return [row["id"] for row in get(site, "/ikm/articles.json", _search=query, _shape="array").json()]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("rotan", [3]),
        ("mengekspor", [3]),  # headline, and its stem in the text
        ("ekspor kursi", [3]),
        ("perindustrian", [6, 2, 1]),  # newest first; 6 says industri
        ("Kemenperin", [2, 1]),  # an abbreviation that neither article prints
        ('"gula aren"', [6]),
        ('"aren gula"', []),
        ("pamer*", [7]),
        ("gula tenun", []),
        ("colombo PLAN", [2, 1]),  # in the caption
        ("(gula)", [6]),
        ("gula AND aren", []),  # AND is a word like any other
    ],
)
def test_search_finds(site: Datasette, query: str, ids: list[int]) -> None:
    assert found(site, query) == ids


def test_search_page_and_table_find_the_same(site: Datasette) -> None:
    rows = get(site, "/ikm/search.json", q="perindustrian", _shape="array").json()
    assert [row["id"] for row in rows] == [6, 2, 1]


AWKWARD = (
    "",
    " ",
    '"',
    "AND",
    "(",
    "😀",
    "a" * 10_000,
    "kata " * 2_000,
    "*",
    "-",
    "'",
    "title:",
    "NEAR(",
    "\x00",
    "\\",
)


ASKED = [  # every page that takes words, and the same in every format
    *(("q", path) for path in ("/cari", "/kutipan", "/angka")),
    *(
        ("q", f"/ikm/{name}{form}")
        for name in ("search", "quotations", "amounts")
        for form in ("", ".json", ".csv", ".xlsx", ".atom")
    ),
    *(("_search", f"/ikm/articles{form}") for form in ("", ".json", ".csv", ".xlsx")),
]
STARTS = {".json": b"{", ".csv": b"", ".xlsx": b"PK", ".atom": b"<?xml"}


@pytest.mark.parametrize("query", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_queries_give_a_page(site: Datasette, query: str) -> None:
    assert get(site, "/cari", q=query).status_code == 200


@pytest.mark.parametrize(("parameter", "path"), ASKED)
@pytest.mark.parametrize("query", AWKWARD[1:7], ids=["blank", "mark", "and", "bracket", "emoji", "long"])
def test_awkward_queries_are_answered_in_every_format(site: Datasette, path: str, parameter: str, query: str) -> None:
    response = get(site, path, **{parameter: query})
    assert response.status_code == 200
    assert response.content.lstrip().startswith(STARTS.get(Path(path).suffix, b"<!DOCTYPE html>"))


@pytest.mark.parametrize("name", ["official", "place", "ministry", "country", "entity", "topic", "publisher"])
@pytest.mark.parametrize("value", AWKWARD[1:7], ids=["blank", "mark", "and", "bracket", "emoji", "long"])
def test_awkward_filters_are_answered(site: Datasette, name: str, value: str) -> None:
    assert get(site, "/ikm/search.json", **{name: value}).status_code == 200


@pytest.mark.parametrize("day", ["x", "2019-13-01", "9999-99-99", "-1", "now", "'"])
def test_a_day_that_is_none_finds_nothing(site: Datasette, day: str) -> None:
    for name in ("since", "until"):
        response = get(site, "/ikm/search.json", q="batik", **{name: day}, _shape="array")
        assert (response.status_code, response.json()) == (200, [])


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 30, "2"])
def test_awkward_pages_give_a_page(site: Datasette, page: str) -> None:
    assert get(site, "/cari", q="bambu", page=page).status_code == 200
    assert get(site, "/ikm/search.json", q="bambu", page=page).status_code == 200


def test_a_blank_search_shows_everything(site: Datasette) -> None:
    assert get(site, "/ikm/articles.json?_search=+").json()["filtered_table_rows_count"] == 48


def test_results_come_on_pages(site: Datasette) -> None:
    pages = [get(site, "/ikm/search.json", q="bambu", page=str(n), _shape="array").json() for n in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 0]
    assert len({row["id"] for page in pages for row in page}) == 40
    assert pages[0][0]["total"] == 40


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({"publisher": "antara"}, [2]),
        ({"since": "2019-07-04"}, [6, 2]),
        ({"until": "2019-07-03"}, [1]),
        ({"relevant": "1"}, [6, 2, 1]),
    ],
)
def test_results_are_filtered(site: Datasette, filters: dict[str, str], ids: list[int]) -> None:
    rows = get(site, "/ikm/search.json", q="perindustrian", _shape="array", **filters).json()
    assert [row["id"] for row in rows] == ids


def test_results_show_the_words_found(site: Datasette) -> None:
    page = html.fromstring(get(site, "/cari", q="perindustrian").text)
    assert {mark.text.lower() for mark in page.xpath("//ol//mark")} == {"industri", "perindustrian"}


def test_no_results_say_what_to_do(site: Datasette) -> None:
    assert "Tidak ada artikel yang cocok" in text_of(get(site, "/cari", q="zzz"))


MATCH = plugin("escape_fts")["match_expression"]


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("industri", '("industri" OR stems : "industr")'),
        ("perindustrian batik", '("perindustrian" OR stems : "industri" OR stems : "industr") AND "batik"'),
        ("kementerian", '("kementerian" OR stems : "menteri")'),
        ('"industri kecil"', '"industri kecil"'),
        ("eksp*", '"eksp" *'),
        ("usaha-usaha", '"usaha usaha"'),
        ('" "', '""'),
        (None, '""'),
    ],
)
def test_match_expression(query: str | None, expression: str) -> None:
    assert MATCH(query) == expression


@given(st.text(max_size=200))
def test_any_text_is_a_valid_expression(query: str) -> None:
    with sqlite3.connect(":memory:") as db:
        db.execute("create virtual table f using fts5(title, text, stems, aliases)")
        assert db.execute("select count(*) from f where f match ?", (MATCH(query),)).fetchone() == (0,)


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("Industri maju.", "perindustrian", "⟦Industri⟧ maju."),
        ("Tenun ikat", "", "Tenun ikat"),
        ("Tenun ⟦ikat⟧", "tenun", "⟦Tenun⟧ ikat"),
        ("satu " * 30 + "batik " + "satu " * 60, "batik", "… " + "satu " * 11 + "⟦batik⟧ " + "satu " * 36 + "…"),
        (None, "x", ""),
    ],
)
def test_excerpt(text: str | None, query: str, shown: str) -> None:
    assert plugin("search_marks")["excerpt"](text, query) == shown


# Marks

MARKS = plugin("marks")["marks"]
PARAGRAPHS = plugin("marks")["marked_paragraphs"]


def r(start: int, end: int, kind: str, **more: str) -> dict[str, Any]:
    return {"start": start, "end": end, "kind": kind, **more}


@pytest.mark.parametrize(
    ("text", "ranges", "marked"),
    [
        ("a & b", [], "a &amp; b"),
        ("", [r(0, 3, "place")], ""),
        ("Dinas Jatim", [r(6, 11, "place")], 'Dinas <mark class="place">Jatim</mark>'),
        ("abc", [r(2, 9, "x"), r(-3, 1, "y")], '<mark class="y">a</mark>b<mark class="x">c</mark>'),
        ("abc", [r(1, 1, "x"), r(5, 9, "x")], "abc"),
        (
            "Dinas Jatim",
            [r(6, 11, "place", href="/p"), r(0, 11, "agency", href="/a")],
            '<mark class="agency"><a href="/a">Dinas </a><mark class="place"><a href="/p">Jatim</a></mark></mark>',
        ),
        (
            "abcd",
            [r(0, 3, "x", id="one"), r(2, 4, "y", id="two")],
            '<mark class="x" id="one">ab<mark class="y" id="two">c</mark></mark><mark class="y">d</mark>',
        ),
        ("a", [r(0, 1, "x", title='"<b>')], '<mark class="x" title="&#34;&lt;b&gt;">a</mark>'),
    ],
)
def test_marks(text: str, ranges: list[dict[str, Any]], marked: str) -> None:
    assert MARKS(text, ranges) == marked


def test_paragraphs_are_marked_by_themselves() -> None:
    assert PARAGRAPHS("satu dua\n\ntiga", [r(5, 12, "quote", id="q")]) == [
        'satu <mark class="quote" id="q">dua</mark>',
        '<mark class="quote">ti</mark>ga',
    ]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[dict[str, Any]]]:
    text = draw(st.text(alphabet="ab<>&\"' \n", max_size=40))
    bound = st.integers(-2, len(text) + 2)
    one = st.builds(lambda s, e, k: r(s, e, k, href=f"/{k}", id=f"{k}{s}{e}"), bound, bound, st.sampled_from("xyz"))
    return text, draw(st.lists(one, max_size=8))


@given(marked_texts())
def test_marks_are_valid_and_keep_the_text(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, ranges = case
    marked = str(MARKS(text, ranges))
    assert unescape(re.sub(r"<[^>]*>", "", marked)) == text
    tree = etree.fromstring(f"<p>{marked}</p>")  # as XML: every tag closed in its place
    assert tree.xpath("//a//a") == []
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


@given(marked_texts())
def test_every_range_is_marked_whole(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, ranges = case
    tree = etree.fromstring(f"<p>{MARKS(text, ranges)}</p>")
    for kind in "xyz":
        within = [sum(r["start"] <= i < r["end"] for r in ranges if r["kind"] == kind) > 0 for i in range(len(text))]
        pieces = tree.xpath(f"//text()[ancestor::mark[@class='{kind}']]")
        assert "".join(pieces) == "".join(c for c, inside in zip(text, within, strict=True) if inside)


# Words

INDONESIAN = plugin("indonesian")


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2019-07-03T17:41+07:00", "Rabu, 3 Juli 2019, 17.41 WIB"),
        ("2019-07-03T17:41:05+08:00", "Rabu, 3 Juli 2019, 17.41 WITA"),
        ("2019-07-03T17:41+09:00", "Rabu, 3 Juli 2019, 17.41 WIT"),
        ("2019-07-03T17:41+00:00", "Rabu, 3 Juli 2019, 17.41 UTC"),
        ("2019-07-03T17:41-04:30", "Rabu, 3 Juli 2019, 17.41 UTC-04.30"),
        ("2019-08-17", "Sabtu, 17 Agustus 2019"),
        ("kemarin", "kemarin"),
        (None, ""),
    ],
)
def test_moment(published: str | None, shown: str) -> None:
    assert INDONESIAN["moment"](published, WORDS["zone"]) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(19, "19"), (30000, "30.000"), (4.4e6, "4,4 juta"), (1.2e12, "1,2 triliun"), (2.5, "2,5"), (1234567, "1.234.567")],
)
def test_number(value: float, shown: str) -> None:
    assert INDONESIAN["number"](value) == shown


@pytest.mark.parametrize(
    ("value", "upper", "kind", "unit", "bound", "shown"),
    [
        (4.4e6, None, "count", "pelaku usaha", "exact", "4,4 juta pelaku usaha"),
        (30, None, "percent", "percent", "about", "sekitar 30 persen"),
        (25e6, 30e6, "money", "IDR", "exact", "Rp 25 juta–30 juta"),
        (1500, None, "money", "USD", "over", "sedikitnya US$ 1.500"),
        (2.5, None, "measure", "hektare", "under", "paling banyak 2,5 hektare"),
        (None, None, "count", "orang", "exact", "puluhan ribu orang"),
    ],
)
def test_amount(value: float | None, upper: float | None, kind: str, unit: str, bound: str, shown: str) -> None:
    row = {"value": value, "upper": upper, "kind": kind, "unit": unit, "bound": bound, "text": "puluhan ribu orang"}
    assert INDONESIAN["amount"](row, WORDS) == shown


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x.example", "http:", "http://[", "", None]
)
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert INDONESIAN["outside"](url) is None


# Serving


def test_the_server_opens_ikm_db_alone(tmp_path: Path) -> None:
    arguments = command(tmp_path, "127.0.0.1", 8123)
    assert [word for word in arguments if word.endswith(".db")] == [str(tmp_path / "ikm.db")]
    assert not {"--crossdb", "--memory", str(tmp_path)} & set(arguments)


def test_the_server_gets_every_setting(tmp_path: Path) -> None:
    arguments = command(tmp_path, "127.0.0.1", 8123)
    given_ = {arguments[i + 1]: arguments[i + 2] for i, word in enumerate(arguments) if word == "--setting"}
    assert set(given_) == set(json.loads((ROOM / "settings.json").read_text(encoding="utf-8")))
    assert given_["suggest_facets"] == given_["default_allow_sql"] == given_["allow_download"] == "0"


def test_the_command_line_serves(data: Path) -> None:
    arguments = [*command(data.parent, "127.0.0.1", 8123), "--get", "/ikm/search.json?q=Kemenperin&_shape=array"]
    answer = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
    assert [row["id"] for row in json.loads(answer)] == [2, 1]


@pytest.mark.parametrize(
    ("change", "lacks"),
    [("drop table offices", "offices"), ("alter table quotes drop column speaker_rule", "quotes.speaker_rule")],
)
def test_serving_a_database_of_an_earlier_version_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: str, lacks: str
) -> None:
    ikm_db(tmp_path / "ikm.db").execute(change)
    assert serve(tmp_path, "127.0.0.1", 0) == 2
    assert f"was made by an earlier version and lacks {lacks}: run pantau tag" in capsys.readouterr().err


def test_serving_what_is_no_database_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ikm.db").write_bytes(b"no database " * 100)
    assert serve(tmp_path, "127.0.0.1", 0) == 2
    assert "cannot be read: file is not a database" in capsys.readouterr().err


def test_a_new_database_lacks_nothing(tmp_path: Path) -> None:
    ikm_db(tmp_path / "ikm.db").close()
    assert unready(tmp_path / "ikm.db") is None


def test_serving_nothing_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert serve(tmp_path, "127.0.0.1", 8123) == 2
    assert "pantau update" in capsys.readouterr().err


# Filters are words of the index


NARROWED = plugin("narrowing")["narrowed"]


@pytest.mark.parametrize("about", ["entity:ministry-kementerian-perindustrian", "publisher:surya", "topic:ekspor"])
def test_a_key_is_made_as_the_index_has_it(about: str) -> None:
    assert plugin("narrowing")["key"](about) == key(about)


@pytest.mark.parametrize(
    ("expression", "wanted", "narrowed"),
    [
        ("", [], ""),
        ('"batik"', [], '("batik")'),
        ('"batik"', [["topic", "a"], ["place", "b"], ["place", "c"]], '("batik") AND ("{a}") AND ("{b}" OR "{c}")'),
        ("", [["topic", "a"]], '("{a}")'),
        ('"batik"', [["place", None]], '""'),  # no place is called so
        ('"batik"', [["place", None], ["place", "b"]], '("batik") AND ("{b}")'),
        ('""', [["topic", "a"]], '""'),
    ],
)
def test_narrowed(expression: str, wanted: list[list[str | None]], narrowed: str) -> None:
    assert NARROWED(expression, json.dumps(wanted)) == narrowed.format(**{name: key(name) for name in "abc"})


def test_a_beginning_finds_the_words_of_the_texts() -> None:
    endings = {"pamer": ["pameran", "pamer"], "ar": ["aren"]}
    assert MATCH("pamer*", endings.get) == '("pameran" OR "pamer")'
    assert MATCH('"gula ar"*', endings.get) == '("gula aren")'


def test_a_beginning_of_too_many_words_takes_the_most_frequent_and_says_so(tmp_path: Path) -> None:
    db = ikm_db(ikm_data(tmp_path)).conn
    with db:
        db.executemany("insert into search_words values (?, ?)", [(f"bam{n:03}", n) for n in range(300)])
    db.close()
    site = Datasette([str(tmp_path / "ikm.db")], metadata=METADATA, plugins_dir=str(ROOM / "plugins"))
    rows = get(site, "/ikm/search.json", q="bam*", _shape="array").json()
    assert rows == []  # "bambu" stands in forty articles, the others are told to stand in more
    db = ikm_db(tmp_path / "ikm.db").conn
    with db:
        db.execute("delete from search_words where articles < 150 and word <> 'bambu'")
    rows = get(site, "/ikm/search.json", q="bam*", _shape="array").json()
    assert {(row["total"], row["cut"]) for row in rows} == {(40, 0)}


def test_a_word_that_is_gone_is_found_no_more(tmp_path: Path) -> None:
    """An article is taken out of the index as it was entered, also when its day changes."""
    db = ikm_db(ikm_data(tmp_path)).conn
    with db:
        forget(db, 3)
        db.execute("update articles set title = 'Judul baru', published = '2020-01-01T08:00+07:00' where id = 3")
        remember(db, 3)
        db.execute("insert into articles_fts(articles_fts, rank) values ('integrity-check', 1)")
    count = "select count(*) from articles_fts where articles_fts match ?"
    assert [db.execute(count, (word,)).fetchone()[0] for word in ("title : cirebon", "title : baru")] == [0, 1]


def test_an_older_database_gets_the_keys_and_the_order(tmp_path: Path) -> None:
    path = ikm_data(tmp_path)
    with sqlite3.connect(path) as db:
        for name in ("articles_fts", "article_keys", "search_words"):
            db.execute(f"drop table {name}")
        db.execute("drop view search_source")
        db.execute("drop index articles_ordinal")
        db.execute("alter table articles drop column ordinal")
        db.execute(
            "create view search_source as select articles.id, title, text, stems, aliases "
            "from articles join article_texts on article_texts.id = articles.id"
        )
        db.execute(
            "create virtual table articles_fts using fts5(title, text, stems, aliases, content='search_source', "
            "content_rowid='id')"
        )
    db.close()
    ikm_db(path).conn.close()
    site = Datasette([str(path)], metadata=METADATA, plugins_dir=str(ROOM / "plugins"))
    assert found(site, "perindustrian") == [6, 2, 1]
    assert [row["id"] for row in get(site, "/ikm/search.json", place="Jatim", _shape="array").json()] == [1]


# Common words in a database larger than what a search looks at without a filter


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    """One article of Antara with a quotation and a figure, and 5,001 newer ones of Surya; all say "industri"."""
    path = tmp_path_factory.mktemp("large") / "ikm.db"
    db = ikm_db(path).conn
    with db:
        for name in ("surya", "antara"):
            about = (name, name.title(), f"https://{name}.example/", "", "national", "Asia/Jakarta", "id")
            db.execute("insert into publishers values (?, ?, ?, ?, ?, ?, ?)", about)
        for number in range(1, 5003):
            publisher = "antara" if number == 1 else "surya"
            day = "2018-01-01" if number == 1 else "2020-01-01"
            row = {"id": number, "published": f"{day}T08:00+07:00", "day": day, "title": "Industri maju"}
            row |= {"publisher": publisher, "relevant": 1, "authors": "[]", "editors": "[]", "tags": "[]", "words": 2}
            row |= {"url": f"https://{publisher}.example/{number}"}
            db.execute(f"insert into articles ({', '.join(row)}) values ({', '.join(f':{name}' for name in row)})", row)
            db.execute("insert into article_texts values (?, 'Industri maju.', 'industri maju', '')", (number,))
        said = (1, None, "Ani", "Ani", "kata", "direct", "Industri maju terus", "text", 0, 19, "Industri maju terus")
        db.execute("insert into quotes values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null)", said)
        counted = (1, 7.0, None, "count", "pabrik", None, "exact", 0, "7 pabrik", "text", 0, 8, "7 pabrik industri.")
        db.execute("insert into figures values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)", counted)
        rebuild(db)
    return Datasette([str(path)], metadata=METADATA, plugins_dir=str(ROOM / "plugins"))


@pytest.mark.parametrize("query", ["search", "quotations", "amounts"])
@pytest.mark.parametrize("filters", [{"publisher": "antara"}, {"until": "2018-12-31"}], ids=["publisher", "until"])
@pytest.mark.parametrize("words", ["industri", ""], ids=["with words", "without words"])
def test_a_filter_is_asked_of_more_than_the_newest(
    large: Datasette, query: str, filters: dict[str, str], words: str
) -> None:
    rows = get(large, f"/ikm/{query}.json", q=words, **filters, _shape="array").json()
    assert [(row.get("article", row["id"]), row["total"]) for row in rows] == [(1, 1)]


def test_more_than_is_counted_is_said(large: Datasette) -> None:
    rows = get(large, "/ikm/search.json", q="industri", _shape="array").json()
    assert (rows[0]["total"], rows[0]["more"]) == (5000, 1)


def test_the_page_after_what_is_counted_is_there(large: Datasette) -> None:
    rows = get(large, "/ikm/search.json", q="industri", page="251", _shape="array").json()
    assert [row["id"] for row in rows] == [2, 1]


# A phrase of common words is looked for in the newest articles first


@pytest.fixture
def windowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Datasette:
    """Sixty articles, each a minute after the last and all with "maju" and "pesat"; the newest ten are looked at first.

    "maju pesat" stands in every fifth and in the newest five, "pesat maju" in eight of the first ten alone.
    """
    path = tmp_path / "ikm.db"
    db = ikm_db(path).conn
    with db:
        for n in range(1, 61):
            text = "maju pesat" if n % 5 == 0 or n > 55 else "pesat maju" if n <= 10 else "pesat, lalu maju"
            row = {"id": n, "published": f"2020-01-01T08:{n - 1:02}+07:00", "day": "2020-01-01", "title": "Kabar"}
            row |= {"relevant": 1, "authors": "[]", "editors": "[]", "tags": "[]", "words": 2}
            row |= {"url": f"https://a.example/{n}"}
            db.execute(f"insert into articles ({', '.join(row)}) values ({', '.join(f':{name}' for name in row)})", row)
            db.execute("insert into article_texts values (?, ?, '', '')", (n, text))
        rebuild(db)
    site = Datasette([str(path)], metadata=METADATA, plugins_dir=str(ROOM / "plugins"))
    monkeypatch.setattr(pm.get_plugin("escape_fts.py"), "WINDOW", 10)
    return site


@pytest.mark.parametrize(
    ("asked", "ids", "total", "more"),
    [
        ({"q": '"maju pesat"', "size": "3"}, [60, 59, 58], 6, 1),  # enough in the newest ten, and there are more
        ({"q": '"maju pesat"', "size": "3", "page": "2"}, [57, 56, 55], 6, 1),
        ({"q": '"maju pesat"', "size": "3", "page": "3"}, [50, 45, 40], 16, 0),  # not enough: all are counted
        ({"q": '"maju pesat"', "since": "2020-01-02", "size": "3"}, [], None, None),
        ({"q": '"maju pesat"'}, [60, 59, 58, 57, 56, *range(55, 0, -5)], 16, 0),
        ({"q": '"maju pesat"', "size": "3", "sort": "best"}, [60, 59, 58], 16, 0),  # below a hundred: all are ranked
        ({"q": '"pesat maju"'}, [9, 8, 7, 6, 4, 3, 2, 1], 8, 0),
        ({"q": "pesat maju", "size": "3"}, [60, 59, 58], 60, 0),  # no phrase
        ({"q": '"lalu maju"', "size": "3"}, [54, 53, 52], 4, 1),
    ],
)
def test_a_phrase_of_common_words(
    windowed: Datasette, asked: dict[str, str], ids: list[int], total: int, more: int
) -> None:
    rows = get(windowed, "/ikm/search.json", **asked, _shape="array").json()
    assert [row["id"] for row in rows] == ids
    assert {(row["total"], row["more"]) for row in rows} == ({(total, more)} if ids else set())


def test_there_is_no_more_where_the_newest_are_all(windowed: Datasette) -> None:
    db = sqlite3.connect(windowed.databases["ikm"].path)
    with db:
        search_prepare(db)
        for n in range(1, 51):
            forget(db, n)
    db.close()
    rows = get(windowed, "/ikm/search.json", q='"maju pesat"', size="6", _shape="array").json()
    assert [(row["id"], row["total"], row["more"]) for row in rows] == [(n, 6, 0) for n in range(60, 54, -1)]
