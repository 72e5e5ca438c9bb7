"""The tables of days, and the page that draws them: what was printed, what was named, and where nobody collected."""

import json
import re
import sqlite3
import tomllib
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from lxml import html
from spacy.language import Language

from nlp import coverage
from nlp import tag as tagging
from nlp.rows import summarise
from nlp.store import ikm_db
from nlp.tag import tag
from tests.articles_data import build
from tests.datasette_data import ikm_data
from tests.hostile_data import hostile_data
from tests.test_datasette import get, plugin, text_of
from tests.test_desk import opened

TABLES = ("publisher_days", "topic_days", "entity_days", "speaker_days")
DERIVED = (*TABLES, "article_entities", "entity_months")
# When it started (UTC), how it went -> the day that it counts for in Asia/Jakarta, or none.
RUNS: tuple[tuple[str, dict[str, Any], str | None], ...] = (
    ("2019-07-10T03:00:00+00:00", {"fetched": 5}, "2019-07-10"),
    ("2019-07-10T20:00:00+00:00", {"fetched": 0}, "2019-07-11"),  # nothing new is no failure
    ("2019-07-12T03:00:00+00:00", {"fetched": 0, "blocked": 3}, None),
    ("2019-07-13T03:00:00+00:00", {"fetched": 2, "broken": 3}, "2019-07-13"),
    ("2019-07-14T03:00:00+00:00", {"fetched": 5, "error": "down"}, None),
    ("2019-07-15T03:00:00+00:00", {"fetched": 5, "ended": None}, None),
)


def rows(db: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in db.execute(sql)]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the desk with RUNS of Surya, and one more place of East Java in article 2."""
    path = ikm_data(tmp_path_factory.mktemp("dashboards"))
    db = ikm_db(path).conn
    with db:
        for started, outcome, _ in RUNS:
            run = {"publisher": "surya", "started": started, "ended": started} | outcome
            marks = ", ".join(f":{name}" for name in run)
            db.execute(f"insert into crawls ({', '.join(run)}) values ({marks})", run)
        db.execute("insert into mentions values (2, 'PLACE', 'place-surabaya', 'Surabaya', 'text', 0, 8, null)")
        summarise(db)
    db.close()
    return path


@pytest.fixture(scope="module")
def db(data: Path) -> sqlite3.Connection:
    return ikm_db(data).conn


@pytest.fixture(scope="module")
def site(data: Path) -> Datasette:
    return opened(data, "local")


@pytest.mark.parametrize(("started", "outcome", "day"), RUNS)
def test_a_run_that_went_well_counts_for_its_day(
    db: sqlite3.Connection, started: str, outcome: dict[str, Any], day: str | None
) -> None:
    known = rows(db, "select day, articles from publisher_days where publisher = 'surya' and collected = 1")
    assert ((day or started[:10], 0) in known) == (day is not None)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("publisher_days where publisher = 'antara'", [
            ("2019-07-04", "antara", 1, 1, 0), ("2019-07-06", "antara", 1, 0, 0), ("2019-07-09", "antara", 1, 1, 0),
        ]),
        ("publisher_days where day = '2019-06-01'", [("2019-06-01", "surya", 2, 2, 0)]),
        ("topic_days", [("ikm", "2019-07-03", 1)]),
        ("entity_days where label = 'MINISTRY'", [
            ("MINISTRY", "2019-07-03", "ministry-kementerian-perindustrian", 1),
        ]),
        ("entity_days where label = 'COUNTRY'", [
            ("COUNTRY", "2019-07-03", "country-BD", 1), ("COUNTRY", "2019-07-03", "country-LA", 1),
        ]),
        # Surabaya and East Java in one article are one article of the province; the city alone counts for it too.
        ("entity_days where label = 'PROVINCE'", [
            ("PROVINCE", "2019-07-03", "35", 1), ("PROVINCE", "2019-07-04", "35", 1),
        ]),
        ("speaker_days", [("2019-07-03", "person-ratna-kusumawati", 1)]),
    ],
)  # fmt: skip
def test_a_table_of_days(db: sqlite3.Connection, table: str, expected: list[tuple[Any, ...]]) -> None:
    assert rows(db, f"select * from {table}") == expected


def test_what_is_made_again_is_the_same(db: sqlite3.Connection) -> None:
    first = {table: rows(db, f"select * from {table}") for table in TABLES}
    summarise(db)
    again = {table: rows(db, f"select * from {table}") for table in TABLES}
    db.rollback()
    assert again == first


def test_a_run_after_the_last_article_is_added_by_itself(tmp_path: Path) -> None:
    db = ikm_db(ikm_data(tmp_path)).conn
    run = "insert into crawls (publisher, started, ended, fetched) values ('antara', ?, ?, 1)"
    db.execute(run, ("2019-07-10T03:00:00+00:00",) * 2)
    coverage.collect(db)
    assert ("2019-07-10", "antara", 0, 0, 1) in rows(db, "select * from publisher_days")


def test_a_run_that_is_known_no_more_counts_no_more(tmp_path: Path) -> None:
    """Its day is a gap again where no article was printed, and a day of articles alone where one was."""
    db = ikm_db(ikm_data(tmp_path)).conn
    run = "insert into crawls (publisher, started, ended, fetched) values ('antara', ?, ?, 1)"
    for day in ("2019-07-04", "2019-07-10"):
        db.execute(run, (f"{day}T03:00:00+00:00",) * 2)
    coverage.collect(db)
    of_runs = "select * from publisher_days where publisher = 'antara' and day in ('2019-07-04', '2019-07-10')"
    assert rows(db, of_runs) == [("2019-07-04", "antara", 1, 1, 1), ("2019-07-10", "antara", 0, 0, 1)]
    db.execute("delete from crawls")
    coverage.collect(db)
    assert rows(db, of_runs) == [("2019-07-04", "antara", 1, 1, 0)]


def test_an_earlier_database_without_days_gets_them_all(tmp_path: Path) -> None:
    db = ikm_db(ikm_data(tmp_path)).conn
    before = rows(db, "select * from publisher_days")
    db.execute("delete from publisher_days")
    coverage.collect(db)
    assert before
    assert rows(db, "select * from publisher_days") == before


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nlp: Language) -> Path:
    monkeypatch.setattr(tagging, "load", lambda: nlp)
    build(tmp_path / "articles.db").close()
    return tmp_path / "articles.db"


def test_a_run_without_an_article_is_seen_by_the_next_tagging(source: Path, tmp_path: Path) -> None:
    tag(source, tmp_path / "ikm.db")
    with sqlite3.connect(source) as db:
        run = "insert into crawls (publisher, started, ended, fetched) values ('kompas', ?, ?, 1)"
        db.execute(run, ("2026-03-03T03:00:00+00:00",) * 2)
    assert tag(source, tmp_path / "ikm.db").articles == 0
    days = rows(ikm_db(tmp_path / "ikm.db").conn, "select * from publisher_days where publisher = 'kompas'")
    assert days == [("2026-03-02", "kompas", 1, 0, 0), ("2026-03-03", "kompas", 0, 0, 1)]


def test_articles_read_one_after_the_other_give_the_same_days_as_all_at_once(source: Path, tmp_path: Path) -> None:
    with sqlite3.connect(source) as db:
        db.execute("update articles set changed = changed + 100 where id > 1")
        db.execute("create table later as select * from articles where id > 1")
        db.execute("delete from articles where id > 1")
    tag(source, tmp_path / "bit.db")
    with sqlite3.connect(source) as db:
        db.execute("insert into articles select * from later")
    assert tag(source, tmp_path / "bit.db").articles == 3
    tag(source, tmp_path / "whole.db")
    bit, whole = (ikm_db(tmp_path / name).conn for name in ("bit.db", "whole.db"))
    for table in DERIVED:
        assert rows(bit, f"select * from {table}") == rows(whole, f"select * from {table}")
    assert rows(whole, "select * from entity_days where label = 'PROVINCE'") == [("PROVINCE", "2026-03-02", "35", 2)]


def test_an_article_that_moves_to_another_day_leaves_the_former(source: Path, tmp_path: Path) -> None:
    tag(source, tmp_path / "moved.db")
    with sqlite3.connect(source) as db:
        moved = "update articles set published = '2026-05-05T08:00+07:00', changed = changed + 100 where id = 1"
        db.execute(moved)
    assert tag(source, tmp_path / "moved.db").articles == 1
    tag(source, tmp_path / "fresh.db")
    moved_db, fresh = (ikm_db(tmp_path / name).conn for name in ("moved.db", "fresh.db"))
    for table in DERIVED:
        assert rows(moved_db, f"select * from {table}") == rows(fresh, f"select * from {table}")
    assert rows(moved_db, "select * from changed_days") == []


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"period": "day"},
        {"period": "week"},
        {"period": "year", "until": "2019-07-09"},
        {"period": "<script>", "until": "x"},
        {"until": "0001-01-01"},
        {"until": "9999-12-31"},
        {"until": "2019-02-30"},
        {"until": "'; drop table articles"},
    ],
)
def test_any_parameters_give_a_page(site: Datasette, parameters: dict[str, str]) -> None:
    page = get(site, "/dasbor", **parameters)
    assert page.status_code == 200
    assert len(page.content) < 300_000
    assert not html.fromstring(page.text).xpath("//script | //style | //@style")


def shown(site: Datasette, **parameters: str) -> str:
    return text_of(get(site, "/dasbor", **parameters))


def test_the_page_counts_a_period_and_the_one_before(site: Datasette) -> None:
    page = shown(site, period="week", until="2019-07-09")
    assert "7 artikel (naik dari 3), 6 tentang IKM (naik dari 3)." in page


def test_the_month_up_to_the_newest_article_is_shown_unasked(site: Datasette) -> None:
    assert "Senin, 10 Juni 2019 sampai Selasa, 9 Juli 2019" in shown(site)


def test_a_gap_is_told_and_drawn(site: Datasette) -> None:
    """Surya has nothing of 12, 14, 15 and 16 July 2019, and Antara nothing after the 9th."""
    page = get(site, "/dasbor", period="week", until="2019-07-16")
    assert "Tidak ada pengumpulan pada 11 dari 14 hari penerbit." in text_of(page)
    titles = html.fromstring(page.text).xpath("//rect[@fill='url(#gap)']/title/text()")
    assert "Jumat, 12 Juli 2019: tidak ada pengumpulan" in titles
    assert "Rabu, 10 Juli 2019: tidak ada pengumpulan pada 1 dari 2 hari penerbit" in titles


def test_days_before_the_first_are_not_counted_as_gaps(site: Datasette) -> None:
    page = get(site, "/dasbor", period="day", until="2019-07-04")
    assert "Tidak ada pengumpulan pada 1 dari 2 hari penerbit." in text_of(page)  # Antara begins; Surya has nothing
    cells = html.fromstring(page.text).xpath("//tr[th = '2019-07-03']/td/text()")
    assert cells == ["1", "1", "0 dari 1"]


@pytest.mark.parametrize(
    "link",
    [
        "/cari?publisher=surya&since=2019-07-03&until=2019-07-03",
        "/cari?topic=ikm&since=2019-07-03&until=2019-07-03",
        "/cari?place=place-jawa-timur&since=2019-06-10&until=2019-07-09",
        "/cari?entity=country-BD&since=2019-06-10&until=2019-07-09",
        "/kutipan?speaker=person-ratna-kusumawati&since=2019-06-10&until=2019-07-09",
        "/ikm/entities/ministry-kementerian-perindustrian",
    ],
)
def test_an_element_leads_to_what_it_counts(site: Datasette, link: str) -> None:
    assert link in html.fromstring(get(site, "/dasbor").text).xpath("//a/@href")
    assert "Tidak ada" not in text_of(get(site, link))


def test_every_province_has_one_tile(site: Datasette) -> None:
    titles = html.fromstring(get(site, "/dasbor").text).xpath("//svg[@class='tiles']/a/title/text()")
    assert len(titles) == 38
    assert "Jawa Timur: 2 artikel, naik dari 0" in titles


def test_tiles_have_the_codes_of_the_gazetteer_and_places_of_their_own() -> None:
    root = Path(__file__).parents[1]
    tiles = tomllib.loads((root / "datasette/maps/provinces.toml").read_text(encoding="utf-8"))["tile"]
    listed = tomllib.loads((root / "nlp/gazetteers/regions.toml").read_text(encoding="utf-8"))["province"]
    assert {tile[0] for tile in tiles} == {province["code"] for province in listed}
    assert len({(column, row) for *_, column, row in tiles}) == len(tiles)


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    page = get(opened(hostile_data(tmp_path), "local"), "/dasbor", until="2026-11-19")
    assert page.status_code == 200
    assert "&lt;script&gt;alert(1)" in page.text
    assert not html.fromstring(page.text).xpath("//script | //b | //*[@onmouseover] | //a[starts-with(@href, 'java')]")


def test_an_empty_database_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "ikm.db"
    ikm_db(path).conn.close()
    assert "Belum ada berita" in text_of(get(opened(path, "local"), "/dasbor"))


def test_the_navigation_leads_there(site: Datasette) -> None:
    assert "/dasbor" in html.fromstring(get(site, "/").text).xpath("//nav//a/@href")


def test_months_that_were_collected(site: Datasette) -> None:
    assert json.loads(get(site, "/ikm/collected_months.json", _shape="arrayfirst").text) == ["2019-06", "2019-07"]


def test_a_month_without_collection_is_hatched_on_the_page_of_a_name(tmp_path: Path) -> None:
    path = ikm_data(tmp_path)
    db = ikm_db(path).conn
    with db:  # named again in September; of August nothing is known
        db.execute("update articles set day = '2019-09-02' where id = 2")
        db.execute("insert into mentions values (2, 'COUNTRY', 'country-BD', 'Bangladesh', 'text', 0, 8, null)")
        summarise(db)
    db.close()
    page = html.fromstring(get(opened(path, "local"), "/ikm/entities/country-BD").text)
    assert page.xpath("//path[@class='gap']/title/text()") == ["Agu 2019"]
    assert page.xpath("//svg[@class='chart']/text/text()")[-2:] == ["Jul 2019", "Sep 2019"]
    assert "arsir dari atas: bagian masa tanpa pengumpulan" in page.text_content()


def test_no_shape_runs_across_the_whole_map() -> None:
    """A country on both sides of the date line stands on one side of the picture."""
    shapes = json.loads(Path(__file__).parents[1].joinpath("datasette/maps/world.json").read_text(encoding="utf-8"))
    rings = {code: [ring.split("l")[1] for ring in path.split("z")[:-1]] for code, path in shapes.items()}
    steps = {code: max(abs(int(step)) for step in re.findall(r"-?\d+", " ".join(rings[code]))) for code in rings}
    assert {"ID", "US", "RU", "FJ", "TL"} <= set(steps)
    assert [code for code, step in steps.items() if step > 100] == []


def test_a_country_too_small_to_be_seen_has_a_mark(tmp_path: Path) -> None:
    path = ikm_data(tmp_path)
    db = ikm_db(path).conn
    with db:
        for code, name in (("SG", "Singapura"), ("BN", "Brunei Darussalam"), ("TL", "Timor-Leste"), ("MY", "Malaysia")):
            db.execute("insert into entities values (?, 'COUNTRY', ?, ?, '[]')", (f"country-{code}", name, code))
            row = (f"country-{code}", name)
            db.execute("insert into mentions values (2, 'COUNTRY', ?, ?, 'text', 0, 8, null)", row)
        summarise(db)
    db.close()
    world = html.fromstring(get(opened(path, "local"), "/dasbor").text).xpath("//svg[@class='world']")[0]
    marked = [title.split(":")[0] for title in world.xpath("a[circle]/title/text()")]
    assert sorted(marked) == ["Brunei Darussalam", "Singapura", "Timor-Leste"]
    assert "Malaysia: 1 artikel" in world.xpath("a[not(circle)]/title/text()")


def test_small_countries_are_none_that_have_a_shape() -> None:
    maps = Path(__file__).parents[1] / "datasette" / "maps"
    small = tomllib.loads((maps / "small.toml").read_text(encoding="utf-8"))
    assert not set(small) & set(json.loads((maps / "world.json").read_text(encoding="utf-8")))
    assert all(0 <= x <= 1000 and 0 <= y <= 440 for x, y in small.values())


@pytest.mark.parametrize(
    ("months", "times"),
    [
        ({}, []),
        ({"2019-07": 3}, [("2019-07", 3)]),
        ({"2018-12": 1, "2019-02": 2}, [("2018-12", 1), ("2019-01", 0), ("2019-02", 2)]),
        ({"2019-07": 1, "2020-01": 1, "2022-07": 4}, [("2019", 1), ("2020", 1), ("2021", 0), ("2022", 4)]),
    ],
)
def test_times_of(months: dict[str, int], times: list[tuple[str, int]]) -> None:
    """Every month that is told of has its place in the chart, in years where there are more than 36 months."""
    assert plugin("charts")["times_of"]([{"month": m, "articles": n} for m, n in months.items()]) == times


def test_three_years_are_drawn_in_months() -> None:
    found = plugin("charts")["times_of"]([{"month": m, "articles": 1} for m in ("2017-01", "2019-12")])
    assert (len(found), found[0], found[-1]) == (36, ("2017-01", 1), ("2019-12", 1))


@pytest.mark.parametrize(
    ("name", "said"), [("2023", "2023"), ("2023-12", "Des 2023"), ("2023-12-05", "5 Des 2023"), ("2024-08", "Agu 2024")]
)
def test_span(name: str, said: str) -> None:
    assert plugin("charts")["span"](name) == said


def test_the_ends_of_the_time_axis_are_dates(site: Datasette) -> None:
    graph = html.fromstring(get(site, "/dasbor", until="2019-07-09").text).xpath("//svg[@class='graph']")[0]
    assert graph.xpath("text/text()") == ["11 Mei 2019", "9 Jul 2019"]


def test_a_name_of_one_month_needs_no_chart(site: Datasette) -> None:
    page = html.fromstring(get(site, "/ikm/entities/organisation-colombo-plan").text)
    assert not page.xpath("//svg[@class='chart']")
