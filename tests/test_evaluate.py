"""What is read out of saved pages is measured, and held to the floors of tests/pages/floors.json."""

import json
from pathlib import Path
from typing import Any

import pytest

from crawler import evaluate, scores
from crawler.evaluate import FLOORS, SHARED, Measured, Saved, fallen, measured, own_listings, raised, taken
from crawler.likely import likely
from crawler.listings import Link
from crawler.registry import spider_for
from crawler.scores import Truth

ROOT = Path(__file__).parent.parent
FLOOR = json.loads((ROOT / FLOORS).read_text(encoding="utf-8"))
SETS = [(kind, name) for kind, rows in FLOOR["floors"].items() for name in rows]
LISTINGS = own_listings(ROOT / evaluate.OWN_LISTINGS)
# The issue's own figures for the pages of real sites, below which no floor may fall.
AIMS = {"F1": 98.0, "with": 99.5, "title": 99.0, "time": 98.0, "named": 95.0, "editors": 95.0, "caption": 90.0}
ALSO = {"without": 1.0, "links": 100.0, "not_articles": 0.0}


# The floors


@pytest.fixture(scope="module")
def found() -> Measured:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return measured()


@pytest.mark.parametrize(("kind", "name"), SETS)
def test_no_score_is_under_its_floor(found: Measured, kind: str, name: str) -> None:
    if kind not in found:
        pytest.skip("the saved pages of real sites are not at hand")
    assert fallen({kind: found[kind]}, {"floors": {kind: {name: FLOOR["floors"][kind][name]}}}) == []


@pytest.mark.parametrize(("kind", "name"), SETS)
def test_no_floor_is_under_the_aim(kind: str, name: str) -> None:
    aim, floor = (AIMS | ALSO).get(name), FLOOR["floors"][kind][name]
    excused = kind == "own pages, hints off" and name == "time"  # clocks of WITA without a zone are told by hints alone
    assert aim is None or excused or (floor <= aim if name in scores.CEILINGS else floor >= aim)


def test_every_set_has_its_floors(found: Measured) -> None:
    assert {kind: set(rows) for kind, rows in found.items()}.items() <= {
        kind: set(rows) for kind, rows in FLOOR["floors"].items()
    }.items()


@pytest.mark.skipif(not SHARED.exists(), reason="the saved pages of real sites are not at hand")
def test_our_scorer_says_what_theirs_says(found: Measured) -> None:
    points = []
    for one in evaluate.shared(ROOT / SHARED, indexes=False):
        body = (ROOT / SHARED / "truth" / "body" / f"{one.name}.txt").read_text(encoding="utf-8")
        truth = Truth({**one.truth, "text": body}, one.truth["with"], one.truth["without"])
        points.append(scores.page(truth, {**evaluate.read(one, False), "title": None, "caption": None}))
    ours, theirs = scores.total(points), found["shared pages, hints off"]
    same = ("F1", "with", "without", "day", "time", "editors")
    assert {name: round(ours[name], 1) for name in same} == {name: theirs[name] for name in same}


# Raising and lowering them


def floors(**rows: float) -> dict[str, Any]:
    return {"floors": {"own": rows}, "lowered": []}


def test_a_better_score_raises_its_floor_in_half_percents() -> None:
    assert raised({"own": {"F1": 99.3}}, floors(F1=98.0), None) == floors(F1=99.0)


def test_a_worse_score_lowers_nothing_without_a_reason() -> None:
    assert raised({"own": {"F1": 97.0}}, floors(F1=98.0), None) == floors(F1=98.0)


def test_a_reason_lowers_a_floor_and_is_kept() -> None:
    assert raised({"own": {"F1": 97.2}}, floors(F1=98.0), "pages of a new kind") == {
        "floors": {"own": {"F1": 97.0}},
        "lowered": ["pages of a new kind"],
    }


def test_a_ceiling_is_lowered_by_a_better_score_and_raised_by_none() -> None:
    assert raised({"own": {"without": 0.2}}, floors(without=1.0), None) == floors(without=0.5)
    assert raised({"own": {"without": 1.7}}, floors(without=1.0), None) == floors(without=1.0)


def test_a_set_that_is_not_at_hand_keeps_its_floors() -> None:
    assert raised({}, floors(F1=98.0), "whatever")["floors"] == {"own": {"F1": 98.0}}


def test_what_has_fallen_is_named() -> None:
    assert fallen({"own": {"F1": 97.96, "without": 1.5}}, floors(F1=98.0, without=1.0)) == [
        "own, F1: 98.0 is under its floor 98.0",
        "own, without: 1.5 is over its ceiling 1.0",
    ]


def test_a_set_that_is_not_at_hand_has_not_fallen() -> None:
    assert fallen({}, floors(F1=98.0)) == []


# The points of a page

ARTICLE = {
    "title": "Kelas Malam Perajin Mebel",
    "authors": ["Dewi Rina"],
    "editors": [],
    "published": "2024-06-05T08:10:00+07:00",
    "caption": "Perajin mebel di balai latihan.",
    "photo_credit": "Antara",
    "text": "Pemerintah membuka kelas malam.",
}


@pytest.mark.parametrize(
    ("name", "changes", "points"),
    [
        ("title", {"title": "Kelas  Malam Perajin Mebel"}, 1),
        ("title", {"title": "Kelas Malam"}, 0),
        ("time", {"published": "2024-06-05T01:10:20Z"}, 1),
        ("time", {"published": "2024-06-05T08:10:00"}, 0),  # no zone
        ("time", {"published": "2024-06-05T08:10:00+08:00"}, 0),
        ("day", {"published": "2024-06-05"}, 1),
        ("day", {"published": None}, 0),
        ("authors", {"authors": ["DEWI RINA"]}, 1),
        ("authors", {"authors": ["Dewi Rina", "Redaksi"]}, 0),
        ("named", {"authors": []}, 0),
        ("editors", {"editors": ["Dewi Rina"]}, 0),
        ("caption", {"caption": "Perajin mebel di balai latihan. Antara"}, 1),
        ("caption", {"caption": None}, 0),
        ("F1", {"text": "Pemerintah membuka kelas malam."}, 1),
        ("F1", {"text": "Pemerintah membuka"}, 2 / 3),
        ("F1", {"text": ""}, 0),
        ("with", {"text": "Pemerintah  membuka KELAS malam"}, 1),
        ("without", {"text": "Baca juga: Pemerintah membuka"}, 1),
        ("without", {}, 0),
    ],
)
def test_points(name: str, changes: dict[str, Any], points: float) -> None:
    truth = Truth(ARTICLE, ["membuka kelas"], ["Baca juga"])
    assert scores.page(truth, {**ARTICLE, **changes})[name] == pytest.approx(points)


def test_a_page_of_which_nothing_was_read_has_no_points() -> None:
    points = scores.page(Truth(ARTICLE, ["membuka kelas"], ["Baca juga"]), {})
    assert {name: points[name] for name in ("F1", "title", "time", "named", "caption", "with")} == dict.fromkeys(
        ("F1", "title", "time", "named", "caption", "with"), 0
    )


def test_writers_are_counted_over_the_pages_that_name_one() -> None:
    nobody = {**ARTICLE, "authors": []}
    pages = [scores.page(Truth(ARTICLE), ARTICLE), scores.page(Truth(nobody), nobody)]
    assert (scores.total(pages)["named"], scores.total(pages)["authors"]) == (100, 100)


# Feeds and indexes


def name_of(saved: Saved) -> str:
    return saved.name


@pytest.mark.parametrize("known", [True, False], ids=["pattern", "site never seen"])
@pytest.mark.parametrize("saved", LISTINGS, ids=name_of)
def test_every_listed_article_is_found_and_nothing_else(saved: Saved, known: bool) -> None:
    found = taken(saved, known)
    assert [url for url in saved.truth["links"] if url not in found] == []
    assert [url for url in saved.truth["not_articles"] if url in found] == []


@pytest.mark.parametrize("saved", LISTINGS, ids=name_of)
def test_a_listing_of_ours_is_of_its_publisher(saved: Saved) -> None:
    spider = spider_for(saved.truth["url"])
    assert spider is not None
    assert spider.name == saved.name.partition("/")[0]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://warta.id/ekonomi/perajin-kopi-menambah-mesin", True),
        ("https://warta.id/read/812345/kopi-naik", True),
        ("https://warta.id/2024/06/05/Kopi.Desa.Naik.html", True),
        ("https://warta.id/?p=13383", True),
        ("https://jatim.warta.id/perajin-kopi-menambah-mesin/", True),
        ("https://warta.id/detail/perajin-kopi-menambah-mesin/index.php", True),
        ("https://warta.id/", False),
        ("https://warta.id/ekonomi-bisnis", False),
        ("https://warta.id/tag/pelatihan-perajin-kopi-desa", False),
        ("https://warta.id/foto/812345/perajin-kopi-menambah-mesin", False),
        ("https://video.warta.id/perajin-kopi-menambah-mesin", False),
        ("https://warta.id/pedoman-pemberitaan-media-siber", False),
        ("https://kabar.id/ekonomi/perajin-kopi-menambah-mesin", False),
        ("mailto:perajin-kopi-menambah-mesin@warta.id", False),
        ("https://[warta.id/perajin-kopi-menambah-mesin", False),
    ],
)
def test_what_is_likely_an_article(url: str, expected: bool) -> None:
    links = [Link(url, "Perajin Kopi Menambah Mesin Sangrai")]
    assert (likely(links, "https://www.warta.id/indeks") == links) is expected


def test_a_sponsored_row_is_no_article() -> None:
    assert likely([Link("https://warta.id/perajin-kopi-menambah-mesin", sponsored=True)], "https://warta.id/") == []
