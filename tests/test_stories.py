"""Which articles are one story: reprints, excerpts and later versions; not another report or a form filled in anew."""

import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from nlp import duplicates
from nlp.store import ikm_db

TEXTS = tomllib.loads((Path(__file__).parent / "gold" / "stories.toml").read_text(encoding="utf-8"))
WIRE, OTHER_LEAD, PRICES = TEXTS["wire"], TEXTS["other"], TEXTS["prices"]
Put = Callable[..., int]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    database = ikm_db(tmp_path / "ikm.db")
    yield database.conn
    database.conn.close()


@pytest.fixture
def put(db: sqlite3.Connection) -> Put:
    """Adds an article and gives its id."""
    ids = count(1)

    def add(text: str, publisher: str = "a", day: str | None = "2024-05-06", title: str = "Judul") -> int:
        article = next(ids)
        db.execute("insert or ignore into publishers (name) values (?)", (publisher,))
        db.execute(
            "insert into articles (id, published, day, title, publisher, relevant, authors, editors, tags, words, url)"
            " values (?, ?, ?, ?, ?, 1, '[]', '[]', '[]', 1, ?)",
            (article, day and f"{day}T0{article}:00:00+07:00", day, title, publisher, str(article)),
        )
        duplicates.remember(db, article, text, title)
        return article

    return add


def stories(db: sqlite3.Connection) -> list[list[int]]:
    """The articles of each story, after grouping; every row of the table tells them rightly."""
    duplicates.group(db)
    found: dict[int, list[int]] = defaultdict(list)
    for article, story in db.execute("select id, story from articles order by day is null, published, id"):
        found[story].append(article)
    told = db.execute("select id, articles from stories order by id").fetchall()
    assert told == sorted((story, len(articles)) for story, articles in found.items())
    assert all(articles[0] == story for story, articles in found.items())
    return sorted(found.values())


def text(*paragraphs: int) -> str:
    return "\n".join(WIRE[i] for i in paragraphs)


WHOLE = text(*range(8))


@pytest.mark.parametrize(
    "reprint",
    [
        WHOLE,
        "KASONGAN, Kabar Rotan - " + WHOLE.replace("Sebanyak 60", "Enam puluh"),
        text(*range(6)),  # shortened at its end
        text(0, 2, 1, 4, 3, 5, 7, 6),  # in another order
        "Pelatihan untuk perajin rotan kembali digelar di Kalimantan Tengah pekan ini.\n" + text(1, 2, 3, 4, 5, 6, 7),
        WHOLE.upper().replace(",", ""),
        text(1, 3, 4),  # an excerpt
    ],
    ids=["the same", "dateline", "shortened", "reordered", "new lead", "capitals", "excerpt"],
)
def test_a_reprint_belongs_to_the_story(db: sqlite3.Connection, put: Put, reprint: str) -> None:
    put(WHOLE, "a")
    put(reprint, "b", "2024-05-08", "Judul lain")
    assert stories(db) == [[1, 2]]


@pytest.mark.parametrize(
    "report",
    [
        OTHER_LEAD,
        OTHER_LEAD + "\n" + WIRE[3],  # the same quotation
        text(3) + " " + OTHER_LEAD + " " + OTHER_LEAD.upper()[:200],
    ],
    ids=["other words", "one quotation in common", "begins with it"],
)
def test_another_report_of_the_event_is_another_story(db: sqlite3.Connection, put: Put, report: str) -> None:
    put(WHOLE, "a")
    put(report, "b")
    assert stories(db) == [[1], [2]]


def test_a_later_version_of_the_same_publisher_belongs_to_the_story(db: sqlite3.Connection, put: Put) -> None:
    put(text(0, 1, 2, 3))
    put(WHOLE)
    assert stories(db) == [[1, 2]]


def test_a_form_that_is_filled_in_daily_is_a_story_of_each_day(db: sqlite3.Connection, put: Put) -> None:
    put(PRICES.format(14000, 17500, 15700, 28500, 42000), day="2024-05-06")
    put(PRICES.format(14100, 17600, 15900, 28000, 47000), day="2024-05-07")
    assert stories(db) == [[1], [2]]


def test_a_text_of_the_week_before_last_is_another_story(db: sqlite3.Connection, put: Put) -> None:
    put(WHOLE, "a", "2024-05-06")
    put(WHOLE, "b", "2024-05-20")
    put("Kabar lain sama sekali tentang pasar ikan di pelabuhan yang baru dibuka.", "b", "2024-05-13")
    assert stories(db) == [[1], [2], [3]]


def test_a_story_goes_on_from_one_reprint_to_the_next(db: sqlite3.Connection, put: Put) -> None:
    for day in ("2024-05-06", "2024-05-12", "2024-05-18"):
        put(WHOLE, day, day)
    assert stories(db) == [[1, 2, 3]]


def test_a_reprint_that_comes_later_joins_all_of_its_story(db: sqlite3.Connection, put: Put) -> None:
    put(WHOLE, "a", "2024-05-06")
    put(WHOLE, "b", "2024-05-12")
    assert stories(db) == [[1, 2]]
    put(WHOLE, "c", "2024-05-18")
    assert stories(db) == [[1, 2, 3]]


def test_a_first_printing_that_is_found_last_heads_the_story(db: sqlite3.Connection, put: Put) -> None:
    put(WHOLE, "b", "2024-05-08")
    put(WHOLE, "c", "2024-05-13")
    assert stories(db) == [[1, 2]]
    put(WHOLE, "a", "2024-05-06")
    duplicates.group(db)
    assert db.execute("select id, first, articles, publishers from stories").fetchall() == [
        (3, "2024-05-06T03:00:00+07:00", 3, 3)
    ]


def test_an_article_without_a_day_joins_the_story_of_its_very_text(db: sqlite3.Connection, put: Put) -> None:
    put(WHOLE, "a")
    put(WHOLE, "b", None)
    put(text(0, 1), "b", None)
    assert stories(db) == [[1, 2], [3]]


@pytest.mark.parametrize("phrase", ["", "Foto: dokumentasi dinas", "Simak selengkapnya dalam tayangan berikut ini."])
def test_a_standing_phrase_is_told_apart_by_the_title(db: sqlite3.Connection, put: Put, phrase: str) -> None:
    put(phrase, "a", title="Wajah perajin perak di Kotagede menjelang Lebaran tahun ini")
    put(phrase, "a", title="Bupati meninjau pasar tani di alun-alun bersama para pedagang")
    assert stories(db) == [[1], [2]]


def test_a_paragraph_that_stands_everywhere_joins_nothing(db: sqlite3.Connection, put: Put) -> None:
    """Such as what a publisher says of itself."""
    put(text(0, 1) + "\n" + WIRE[7], "a")
    put(WIRE[7] + " Hubungi redaksi.", "b")
    assert stories(db) == [[1], [2]]
