"""From received pages to articles: grouping, worker processes with a time limit, and what is written of them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import sqlite_utils

from crawler import reading, shelf
from crawler.frontier import Frontier
from crawler.items import Article, Hints, Outcome, Publisher
from crawler.past import MAX_TRIES
from crawler.reading import Unreadable, read, read_page
from crawler.visits import Received, Visit
from crawler.worker import Reading

PUBLISHER = Publisher("kabar", "Kabar", "https://kabar.id/", "", "national", "Asia/Jakarta", "id")
URL = "https://kabar.id/read/1/kopi"
TEXT = "Perajin kopi di Desa Sumber menambah mesin sangrai. Kini lima kilogram biji selesai dalam satu jam saja. "
HTML = f"""<html><head><title>Perajin Kopi Menambah Mesin</title></head><body><article>
<h1>Perajin Kopi Menambah Mesin</h1><p>{TEXT * 3}</p><p>{TEXT.replace("kopi", "teh") * 3}</p></article></body></html>"""
PAGE = HTML.encode()
# 100,000 attributes on one element keep the parser busy for minutes, in C.
HANG = b"<html><body><p " + b" ".join(b"a%d" % number for number in range(100_000)) + b">x</p></body></html>"

ARTICLE = Article(
    url=URL,
    publisher="kabar",
    title="Perajin Kopi Menambah Mesin",
    authors=("Sari Dewi",),
    editors=(),
    published="2026-11-19T08:00:00+07:00",
    modified=None,
    dateline=None,
    section="Ekonomi",
    tags=("kopi", "IKM"),
    caption=None,
    photo_credit=None,
    pages=1,
    text="Perajin kopi menambah mesin.",
    language="id",
)


@pytest.fixture
def frontier(tmp_path: Path) -> Frontier:
    """A run that has just begun."""
    frontier = Frontier(tmp_path / "articles.db", PUBLISHER)
    frontier.open()
    return frontier


def receive(frontier: Frontier, visit: Visit, body: bytes = PAGE, moved: str | None = None, **fields: object) -> None:
    """A page that came back."""
    page = Received(visit, moved or visit.url, 200, {}, body, "2026-11-19T03:00:00+00:00")
    frontier.received(replace(page, **fields))


def groups(frontier: Frontier) -> list[shelf.Group]:
    """What waits to be read."""
    return list(shelf.groups(frontier.db, shelf.waiting(frontier.db, "kabar")))


def put(
    frontier: Frontier, found: Article | None, outcome: Outcome | None = None, detail: str | None = None
) -> Outcome:
    """Write what came of the only group that waits."""
    (group,) = groups(frontier)
    return shelf.put(frontier.db, group, Reading(outcome, found, detail), frontier.crawl)


def articles(db: sqlite_utils.Database) -> list[dict]:
    """The table of articles."""
    return list(db["articles"].rows)


def visit(frontier: Frontier, url: str = URL) -> dict:
    """One row of visits."""
    return frontier.db["visits"].get(url)


# Writing


def test_a_new_article_is_stored(frontier):
    receive(frontier, Visit(URL, "article"))
    assert put(frontier, ARTICLE) is Outcome.STORED
    (row,) = articles(frontier.db)
    expected = {"url": URL, "authors": '["Sari Dewi"]', "tags": '["kopi", "IKM"]', "complete": 1, "paywalled": 0}
    expected |= {"fetched": "2026-11-19T03:00:00+00:00", "changed": 1}
    assert expected.items() <= row.items()


def test_its_visit_ends_as_stored_under_its_key(frontier):
    receive(frontier, Visit(URL, "article"))
    put(frontier, replace(ARTICLE, url="https://kabar.id/read/1"))
    assert (visit(frontier)["outcome"], visit(frontier)["article"]) == ("stored", "https://kabar.id/read/1")


def test_an_excerpt_is_paywalled(frontier):
    receive(frontier, Visit(URL, "article"))
    assert put(frontier, replace(ARTICLE, paywalled=True)) is Outcome.PAYWALLED
    assert articles(frontier.db)[0]["paywalled"] == 1


def twice(frontier: Frontier, second: Article, first: Article = ARTICLE) -> Outcome:
    """The same address, read once and then again."""
    receive(frontier, Visit(URL, "article"))
    put(frontier, first)
    receive(frontier, Visit(URL, "article"))
    return put(frontier, second)


def test_the_same_text_again_is_unchanged(frontier):
    assert twice(frontier, ARTICLE) is Outcome.UNCHANGED
    assert [row["changed"] for row in articles(frontier.db)] == [1]


def test_a_new_text_is_a_revision(frontier):
    assert twice(frontier, replace(ARTICLE, text="Perajin teh menambah mesin.")) is Outcome.REVISED
    assert [(row["text"], row["changed"]) for row in articles(frontier.db)] == [("Perajin teh menambah mesin.", 2)]


def test_the_former_text_is_kept(frontier):
    twice(frontier, replace(ARTICLE, text="Perajin teh menambah mesin."))
    (row,) = frontier.db["revisions"].rows
    assert (row["article"], row["number"], row["text"]) == (1, 1, "Perajin kopi menambah mesin.")


@pytest.mark.parametrize("field", ["title", "caption", "text"])
def test_what_makes_a_revision(frontier, field):
    assert twice(frontier, replace(ARTICLE, **{field: "Baru"})) is Outcome.REVISED


def test_a_new_tag_is_no_revision_but_a_change(frontier):
    assert twice(frontier, replace(ARTICLE, tags=("teh",))) is Outcome.UNCHANGED
    assert [(row["tags"], row["changed"]) for row in articles(frontier.db)] == [('["teh"]', 2)]


def test_an_excerpt_does_not_replace_the_full_text(frontier):
    assert twice(frontier, replace(ARTICLE, text="Perajin …", paywalled=True)) is Outcome.PAYWALLED
    assert articles(frontier.db)[0]["text"] == "Perajin kopi menambah mesin."


def test_half_an_article_does_not_replace_the_whole(frontier):
    assert twice(frontier, replace(ARTICLE, text="Perajin …", complete=False)) is Outcome.BROKEN
    assert articles(frontier.db)[0]["text"] == "Perajin kopi menambah mesin."


def test_another_address_of_an_article_is_a_duplicate(frontier):
    receive(frontier, Visit(URL, "article"))
    put(frontier, ARTICLE)
    receive(frontier, Visit("https://kabar.id/read/9/kopi", "article"))
    assert put(frontier, replace(ARTICLE, text="Lain.")) is Outcome.DUPLICATE
    assert articles(frontier.db)[0]["text"] == "Perajin kopi menambah mesin."


def test_a_duplicate_read_again_stays_one(frontier):
    receive(frontier, Visit(URL, "article"))
    put(frontier, ARTICLE)
    for _ in range(2):
        receive(frontier, Visit("https://kabar.id/read/9/kopi", "article"))
        assert put(frontier, replace(ARTICLE, text="Lain.")) is Outcome.DUPLICATE


def test_a_canonical_address_of_another_house_is_not_taken(frontier):
    receive(frontier, Visit(URL, "article"))
    assert put(frontier, replace(ARTICLE, url="https://warta.id/read/1/kopi")) is Outcome.STORED
    assert articles(frontier.db)[0]["url"] == URL


def test_a_canonical_address_of_another_publisher_is_a_duplicate(frontier):
    other = Frontier(frontier.path, replace(PUBLISHER, name="warta", homepage="https://warta.id/"))
    other.open()
    receive(other, Visit("https://warta.id/read/1/kopi", "article"))
    (group,) = shelf.groups(other.db, shelf.waiting(other.db, "warta"))
    shelf.put(
        other.db, group, Reading(None, replace(ARTICLE, url="https://warta.id/read/1/kopi", publisher="warta")), 1
    )
    receive(frontier, Visit(URL, "article"))
    assert put(frontier, replace(ARTICLE, url="https://warta.id/read/1/kopi")) is Outcome.DUPLICATE


def test_a_key_in_http_is_written_in_https(frontier):
    receive(frontier, Visit(URL, "article"))
    put(frontier, replace(ARTICLE, url="http://kabar.id/read/1/kopi"))
    assert articles(frontier.db)[0]["url"] == URL


@pytest.mark.parametrize("outcome", [Outcome.NOT_ARTICLE, Outcome.BLOCKED, Outcome.BROKEN])
def test_what_is_no_article_ends_its_visit(frontier, outcome):
    receive(frontier, Visit(URL, "article"))
    assert put(frontier, None, outcome, "alasan") is outcome
    assert (visit(frontier)["outcome"], visit(frontier)["detail"], articles(frontier.db)) == (outcome, "alasan", [])


def test_a_page_that_cannot_be_read_is_not_asked_for_again(frontier):
    receive(frontier, Visit(URL, "article"))
    put(frontier, None, Outcome.BROKEN)
    assert (visit(frontier)["tries"], frontier.pending()) == (MAX_TRIES, [])


# Grouping

SECOND = Visit(f"{URL}?page=2", "part", URL, 2)
THIRD = Visit(f"{URL}?page=3", "part", URL, 3)
WHOLE = Visit(f"{URL}?page=all", "part", URL, 0, {"later": [SECOND.url, THIRD.url]})


def test_pages_of_one_article_are_one_group_in_order(frontier):
    receive(frontier, Visit(URL, "article"), b"1", parts=(SECOND, THIRD))
    receive(frontier, THIRD, b"3")
    receive(frontier, SECOND, b"2")
    (group,) = groups(frontier)
    assert (group.bodies, group.complete, len(group.members)) == ([b"1", b"2", b"3"], True, 3)


def test_an_article_with_a_missing_page_is_not_complete(frontier):
    receive(frontier, Visit(URL, "article"), b"1", parts=(SECOND, THIRD))
    receive(frontier, SECOND, b"2")
    (group,) = groups(frontier)
    assert (group.bodies, group.complete) == ([b"1", b"2"], False)


def test_a_page_that_comes_later_completes_it(frontier):
    receive(frontier, Visit(URL, "article"), b"1", parts=(SECOND,))
    put(frontier, ARTICLE)
    assert articles(frontier.db)[0]["complete"] == 0
    receive(frontier, SECOND, b"2")
    put(frontier, replace(ARTICLE, text="Perajin kopi menambah mesin. Dan teh.", pages=2))
    row = articles(frontier.db)[0]
    assert (row["complete"], row["pages"], visit(frontier, SECOND.url)["outcome"]) == (1, 2, "part")


def test_all_pages_on_one(frontier):
    receive(frontier, Visit(URL, "article"), b"1", parts=(WHOLE,))
    receive(frontier, WHOLE, b"123")
    (group,) = groups(frontier)
    assert (group.bodies, group.complete) == ([b"1", b"123"], True)


def test_all_pages_on_one_that_has_not_come(frontier):
    receive(frontier, Visit(URL, "article"), b"1", parts=(WHOLE,))
    (group,) = groups(frontier)
    assert (group.bodies, group.complete) == ([b"1"], False)


def test_single_pages_in_place_of_all_on_one(frontier):
    receive(frontier, Visit(URL, "article"), b"1", parts=(WHOLE,))
    frontier.ended(WHOLE, Outcome.GONE, 404)
    frontier.parts([SECOND, THIRD])
    receive(frontier, SECOND, b"2")
    receive(frontier, THIRD, b"3")
    (group,) = groups(frontier)
    assert (group.bodies, group.complete) == ([b"1", b"2", b"3"], True)


def test_a_page_that_the_corrected_article_no_longer_has(frontier):
    receive(frontier, Visit(URL, "article"), b"1", parts=(SECOND,))
    receive(frontier, SECOND, b"2")
    put(frontier, ARTICLE)
    receive(frontier, Visit(URL, "article"), b"1 2")
    (group,) = groups(frontier)
    assert (group.bodies, group.complete) == ([b"1 2"], True)


def test_a_moved_article_is_read_under_its_new_address(frontier):
    receive(frontier, Visit(URL, "article"), moved="https://baru.kabar.id/1")
    (group,) = groups(frontier)
    assert (group.url, group.address) == (URL, "https://baru.kabar.id/1")


def test_what_a_listing_said_comes_with_the_group(frontier):
    receive(frontier, Visit(URL, "article", listed={"title": "Kopi"}))
    assert groups(frontier)[0].listed == {"title": "Kopi"}


# Worker processes


@pytest.fixture(scope="module", autouse=True)
def _workers():
    yield
    reading.stop()


def test_read_page():
    assert read_page([PAGE], URL, Hints(publisher="kabar")).title == "Perajin Kopi Menambah Mesin"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "neither markup nor text"),
        (b"\x00\x01\x02\x03" * 500, "neither markup nor text"),
        (b"<html><body><a href='/1'>Beranda</a></body></html>", "no headline with text"),
        (b"x" * (5 * 1024**2 + 1), "over 5 MB are refused"),
    ],
    ids=["empty", "binary", "no article", "too large"],
)
def test_read_page_says_what_is_wrong(body, message):
    with pytest.raises(Unreadable, match=message):
        read_page([body], URL, Hints(publisher="kabar"))


def test_a_hang_is_ended_and_the_next_page_is_read():
    with pytest.raises(Unreadable, match="over the time limit"):
        read_page([HANG], URL, Hints(publisher="kabar"), seconds=0.5)
    assert read_page([PAGE], URL, Hints(publisher="kabar")).title == "Perajin Kopi Menambah Mesin"


def test_read_writes_what_waits(frontier):
    receive(frontier, Visit(URL, "article"))
    receive(frontier, Visit("https://kabar.id/read/2/kosong", "article"), b"<html><body>Beranda</body></html>")
    counts = read(frontier.path, Hints(publisher="kabar"), frontier.crawl)
    assert counts == {Outcome.STORED: 1, Outcome.NOT_ARTICLE: 1}
    assert [row["title"] for row in articles(frontier.db)] == ["Perajin Kopi Menambah Mesin"]


def test_read_goes_on_after_a_hang(frontier, monkeypatch):
    monkeypatch.setattr(reading, "READ_SECONDS", 0.5)
    receive(frontier, Visit("https://kabar.id/read/3/jahat", "article"), HANG)
    receive(frontier, Visit(URL, "article"))
    assert read(frontier.path, Hints(publisher="kabar")) == {Outcome.BROKEN: 1, Outcome.STORED: 1}
    assert visit(frontier, "https://kabar.id/read/3/jahat")["detail"] == "over the time limit"


def test_read_leaves_nothing_waiting(frontier):
    receive(frontier, Visit(URL, "article"))
    read(frontier.path, Hints(publisher="kabar"))
    assert read(frontier.path, Hints(publisher="kabar")) == {}


def test_headers_are_kept(frontier):
    receive(frontier, Visit(URL, "article"), headers={"content-type": "text/html"})
    kept = json.loads(frontier.db["pages"].get(URL)["headers"])
    assert kept == {":url": URL, ":status": "200", "content-type": "text/html"}
