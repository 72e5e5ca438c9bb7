"""The frontier: what is asked for, again or never again, and how a run is counted."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from crawler.frontier import Frontier
from crawler.items import Outcome, Publisher
from crawler.pipelines import Pages
from crawler.shelf import Read
from crawler.store import transaction
from crawler.visits import Received, Visit
from crawler.worker import Reading

PUBLISHER = Publisher("kabar", "Kabar", "https://kabar.id/", "", "national", "Asia/Jakarta", "id")
SITEMAP = Visit("https://kabar.id/sitemap.xml", "sitemap")
INDEX = Visit("https://kabar.id/ekonomi", "index", number=1, listed={"form": "https://kabar.id/ekonomi[/{page}]"})
NEXT = replace(INDEX, url="https://kabar.id/ekonomi/2", number=2)
ARTICLE = Visit("https://kabar.id/read/1", "article")
OTHER = Visit("https://kabar.id/read/2", "article")


@pytest.fixture
def frontier(tmp_path: Path) -> Frontier:
    """A run that has just begun."""
    frontier = Frontier(tmp_path / "articles.db", PUBLISHER)
    frontier.open()
    return frontier


def listed(frontier: Frontier, *links: Visit, then: Visit | None = None) -> list[str]:
    """The addresses that are due once a listing with these links was read."""
    return [visit.url for visit in frontier.listed(SITEMAP, {"etag": '"1"'}, links, then)]


def receive(frontier: Frontier, visit: Visit, fetched: str = "2026-11-19T03:00:00+00:00", **headers: str) -> None:
    """A page that came back."""
    frontier.received(Received(visit, visit.url, 200, headers, b"isi", fetched))


def pending(frontier: Frontier) -> list[str]:
    """The addresses that a next run asks for."""
    return [visit.url for visit in frontier.pending()]


def modified(time: str) -> Visit:
    """The article, as a listing says it was modified."""
    return replace(ARTICLE, listed={"modified": time})


def test_a_new_address_is_due(frontier):
    assert listed(frontier, ARTICLE, OTHER) == [ARTICLE.url, OTHER.url]


def test_an_address_that_never_ended_is_due_again(frontier):
    listed(frontier, ARTICLE)
    assert listed(frontier, ARTICLE) == [ARTICLE.url]


@pytest.mark.parametrize(
    "outcome", [Outcome.NOT_ARTICLE, Outcome.GONE, Outcome.TOO_LARGE, Outcome.ROBOTS, Outcome.BLOCKED]
)
def test_an_address_that_ended_is_not_due(frontier, outcome):
    frontier.ended(ARTICLE, outcome)
    assert listed(frontier, ARTICLE) == []


def test_a_page_that_waits_to_be_read_is_not_due(frontier):
    receive(frontier, ARTICLE)
    assert listed(frontier, modified("2026-11-20T00:00:00+07:00")) == []


def test_an_address_of_another_publisher_is_not_due(frontier):
    listed(frontier, ARTICLE)
    other = Frontier(frontier.path, replace(PUBLISHER, name="warta"))
    other.open()
    assert listed(other, ARTICLE) == []


@pytest.mark.parametrize(
    ("time", "due"),
    [
        ("2026-11-19T09:59:00+07:00", False),
        ("2026-11-19T10:01:00+07:00", True),
        ("2026-11-19", False),
        ("2026-11-20", True),
    ],
)
def test_modified_after_our_visit(frontier, time, due):
    receive(frontier, ARTICLE)  # at 10.00 WIB
    frontier.ended(ARTICLE, Outcome.UNCHANGED, 304)
    assert listed(frontier, modified(time)) == ([ARTICLE.url] if due else [])


def test_a_clock_ahead_of_ours_makes_nothing_due(frontier):
    listed(frontier, modified("2026-11-19T17:00:00Z"))  # WIB labelled as UTC, seven hours from now
    receive(frontier, ARTICLE)
    frontier.ended(ARTICLE, Outcome.UNCHANGED, 304)
    assert listed(frontier, modified("2026-11-19T17:00:00Z")) == []


def test_a_modified_address_is_pending_until_it_is_visited(frontier):
    frontier.ended(ARTICLE, Outcome.GONE, 404)
    listed(frontier, modified("2999-01-01"))
    assert pending(frontier) == [ARTICLE.url]


def test_what_listings_say_is_kept_together(frontier):
    listed(frontier, replace(ARTICLE, listed={"title": "Kopi"}))
    listed(frontier, modified("2026-11-19"))
    assert frontier.pending()[0].listed == {"title": "Kopi", "modified": "2026-11-19"}


def test_a_listing_and_its_links_are_one_transaction(frontier, monkeypatch):
    monkeypatch.setattr(frontier, "_insert", lambda visit: 1 / (visit.url != SITEMAP.url))
    with pytest.raises(ZeroDivisionError):
        listed(frontier, ARTICLE)
    assert frontier.db["visits"].count == 0


# Index pages


def test_the_next_page_is_due_when_this_one_brought_something(frontier):
    assert listed(frontier, ARTICLE, then=NEXT) == [ARTICLE.url, NEXT.url]


def test_the_next_page_is_not_due_when_all_is_known(frontier):
    frontier.ended(ARTICLE, Outcome.GONE)
    assert listed(frontier, ARTICLE, then=NEXT) == []


def test_a_next_page_that_was_never_read_is_pending(frontier):
    listed(frontier, ARTICLE, then=NEXT)
    frontier.ended(ARTICLE, Outcome.GONE)
    assert [(visit.url, visit.number, visit.listed) for visit in frontier.pending()] == [(NEXT.url, 2, NEXT.listed)]


# Sitemaps of sitemaps


def child(name: str, news: bool = False, **said: str) -> Visit:
    """A sitemap that SITEMAP names."""
    return Visit(f"https://kabar.id/{name}.xml", "sitemap", listed={**said, "parent": SITEMAP.url, "news": news})


def test_sitemaps_below_one(frontier):
    old, news, untimed = child("2025", modified="2025-12-31"), child("news", True, modified="2026-01-01"), child("x")
    assert len(listed(frontier, old, news, untimed)) == 3
    for sitemap in (old, news, untimed):
        frontier.listed(sitemap, {}, [])
    assert listed(frontier, old, news, untimed) == [news.url, untimed.url]
    assert [visit.url for visit in frontier.unchanged_sitemap(SITEMAP.url)] == [news.url, untimed.url]


def test_a_sitemap_that_was_named_but_not_read_is_due_though_its_parent_answers_304(frontier):
    listed(frontier, child("2025", modified="2025-12-31"))
    assert [visit.url for visit in frontier.unchanged_sitemap(SITEMAP.url)] == ["https://kabar.id/2025.xml"]


# Again or never again


def test_a_broken_address_is_asked_for_three_times(frontier):
    tries = 0
    frontier.ended(ARTICLE, Outcome.BROKEN)
    while pending(frontier):
        tries += 1
        frontier.ended(ARTICLE, Outcome.BROKEN)
    assert tries == 2


def test_an_address_without_an_answer_is_asked_for_in_two_more_runs(frontier):
    listed(frontier, ARTICLE)
    for left in (True, True, False):
        frontier.unanswered([ARTICLE], count=True)
        assert (pending(frontier) == [ARTICLE.url]) is left
    query = "select outcome, detail from visits where url = ?"
    row = frontier.db.execute(query, [ARTICLE.url]).fetchone()
    assert row == ("unanswered", "dropped without an answer")


def test_what_a_run_that_was_cut_off_did_not_ask_for_stays_pending(frontier):
    listed(frontier, ARTICLE)
    for _ in range(5):
        frontier.unanswered([ARTICLE], count=False)
    assert pending(frontier) == [ARTICLE.url]


def test_a_refused_address_is_left_alone_for_a_day(frontier):
    frontier.ended(ARTICLE, Outcome.BLOCKED, 403)
    assert pending(frontier) == []
    frontier.db["visits"].update(ARTICLE.url, {"visited": "2026-01-01T00:00:00.000+00:00"})
    assert pending(frontier) == [ARTICLE.url]


def test_conditions_of_the_last_answer(frontier):
    receive(frontier, ARTICLE, **{"etag": '"1"', "last-modified": "Thu, 19 Nov 2026 03:00:00 GMT"})
    assert frontier.conditions(ARTICLE.url) == {
        "If-None-Match": '"1"',
        "If-Modified-Since": "Thu, 19 Nov 2026 03:00:00 GMT",
    }


def test_no_conditions_for_a_new_address(frontier):
    assert frontier.conditions(ARTICLE.url) == {}


def test_a_failure_keeps_the_conditions(frontier):
    receive(frontier, ARTICLE, etag='"1"')
    frontier.ended(ARTICLE, Outcome.BROKEN, 500)
    assert frontier.conditions(ARTICLE.url) == {"If-None-Match": '"1"'}


def test_what_robots_bar_was_never_visited(frontier):
    frontier.ended(ARTICLE, Outcome.ROBOTS)
    assert frontier.visited(ARTICLE.url) is None


# Runs


def test_a_run_is_counted_from_its_visits(frontier):
    listed(frontier, ARTICLE, OTHER)
    receive(frontier, ARTICLE)
    frontier.ended(OTHER, Outcome.GONE, 404)
    frontier.close(None)
    again = Frontier(frontier.path, PUBLISHER)
    (row,) = again.db["crawls"].rows
    counts = {name: row[name] for name in ("found", "fetched", "listed", "gone", "stored", "error")}
    assert counts == {"found": 2, "fetched": 1, "listed": 1, "gone": 1, "stored": 0, "error": None}


def test_a_run_that_was_killed_is_marked_by_the_next(frontier):
    Frontier(frontier.path, PUBLISHER).open()
    assert [row["error"] for row in frontier.db["crawls"].rows] == ["interrupted", None]


def test_the_last_good_run(frontier):
    assert frontier.last_good() is None
    frontier.close(None)
    again = Frontier(frontier.path, PUBLISHER)
    assert again.last_good() == next(again.db["crawls"].rows)["started"]


def test_a_failed_run_is_not_good(frontier):
    frontier.close("shutdown")
    assert Frontier(frontier.path, PUBLISHER).last_good() is None


def test_a_run_without_any_listing_is_silent(frontier):
    frontier.ended(SITEMAP, Outcome.BLOCKED, 403, "status 403")
    assert frontier.silence() == f"no listing could be read; sitemap {SITEMAP.url}: blocked (status 403)"


@pytest.mark.parametrize("outcome", [Outcome.LISTED, Outcome.UNCHANGED])
def test_one_listing_is_enough(frontier, outcome):
    frontier.ended(INDEX, Outcome.BLOCKED, 403)
    frontier.ended(SITEMAP, outcome)
    assert frontier.silence() is None


def test_a_transaction_within_another_is_a_part_of_it(frontier):
    def cut_off():
        with transaction(frontier.db):
            receive(frontier, ARTICLE)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        cut_off()
    assert frontier.db.execute("select count(*) from pages").fetchone() == (0,)


def test_what_was_begun_outside_of_a_transaction_is_refused(frontier):
    frontier.db.conn.execute("update crawls set found = 1")
    with pytest.raises(sqlite3.OperationalError, match="within a transaction"):
        receive(frontier, ARTICLE)


def test_a_page_whose_article_cannot_be_written_waits_to_be_read(frontier, monkeypatch):
    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("crawler.pipelines.put", full)
    page = Received(ARTICLE, ARTICLE.url, 200, {}, b"isi", "2026-11-19T03:00:00+00:00")
    spider = SimpleNamespace(frontier=frontier, read=0)
    Pages(SimpleNamespace(spider=spider)).process_item(Read(page, Reading(Outcome.NOT_ARTICLE)))
    assert frontier.db.execute("select outcome from visits").fetchone() == ("received",)
    assert spider.read == 0
