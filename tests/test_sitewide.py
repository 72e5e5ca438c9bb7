"""Keywords that a site prints on every page, told from an article's own by counting."""

import json
from collections import Counter
from pathlib import Path

import pytest

from crawler.frontier import Frontier
from crawler.sitewide import PAGES, common, keywords, load, save
from tests.articles_data import row
from tests.test_frontier import PUBLISHER


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (b'<meta name="keywords" content="UMKM, Kopi  Gayo,,berita">', {"umkm", "kopi gayo", "berita"}),
        (b"<META content='kopi &amp; teh' NAME='news_keywords' />", {"kopi & teh"}),
        (b'<meta name=keywords content="kopi">', {"kopi"}),
        (b'<meta name="keywords">', set()),
        (b'<meta name="description" content="keywords, kopi">', set()),
        (b"", set()),
        (b"\xff\xfe\x00", set()),
    ],
)
def test_keywords_of_a_page(markup: bytes, expected: set[str]) -> None:
    assert keywords(markup) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({PAGES: 10, "umkm": 10, "kopi": 8, "teh": 7}, {"umkm", "kopi"}),
        ({PAGES: 7, "umkm": 7}, set()),  # too few pages to tell
        ({}, set()),
    ],
)
def test_what_stands_on_nearly_all_pages_is_the_sites(counts: dict[str, int], expected: set[str]) -> None:
    assert common(Counter(counts)) == expected


def test_counts_go_on_in_the_next_run_but_for_what_is_rare(tmp_path: Path) -> None:
    frontier = Frontier(tmp_path / "a.db", PUBLISHER)
    frontier.open()
    save(frontier.db, "kabar", Counter({PAGES: 20, "umkm": 20, "kopi": 4}), frozenset())
    assert load(frontier.db, "kabar") == {PAGES: 20, "umkm": 20}


def test_what_proves_to_be_the_sites_is_taken_out_of_the_stored_tags_once(tmp_path: Path) -> None:
    frontier = Frontier(tmp_path / "a.db", PUBLISHER)
    frontier.open()
    article = row("https://kabar.id/read/1", "kabar", "T", None, "t", 1)
    frontier.db["articles"].insert({**article, "tags": json.dumps(["UMKM", "rotan"])})
    counts = Counter({PAGES: 9, "umkm": 9})
    save(frontier.db, "kabar", counts, frozenset())
    query = "select tags, changed from articles"
    assert frontier.db.execute(query).fetchall() == [('["rotan"]', 2)]
    save(frontier.db, "kabar", counts, frozenset({"umkm"}))
    assert frontier.db.execute(query).fetchall() == [('["rotan"]', 2)]
