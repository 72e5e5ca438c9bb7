"""`pantau status`: each publisher measured against its own past."""

from datetime import datetime, timedelta
from pathlib import Path

import click
import pytest
import sqlite_utils

from crawler.store import articles_db
from pantau.status import statuses, table
from tests.articles_data import row

NOW = datetime.fromisoformat("2026-03-31T06:00:00+07:00")


@pytest.fixture
def db(tmp_path: Path) -> sqlite_utils.Database:
    db = articles_db(tmp_path / "articles.db")
    db["publishers"].insert(
        {"name": "surya", "title": "Surya", "homepage": "", "network": "", "reach": "", "zone": "", "language": "id"}
    )
    return db


def stored(db: sqlite_utils.Database, days_ago: range) -> None:
    for ago in days_ago:
        fetched = (NOW - timedelta(days=ago)).isoformat(timespec="seconds")
        db["articles"].insert({**row(f"https://x.example/{ago}", "surya", "T", None, "t", ago), "fetched": fetched})


def test_a_steady_source_is_well(db: sqlite_utils.Database, tmp_path: Path) -> None:
    stored(db, range(1, 30))
    [surya] = statuses(tmp_path / "articles.db", NOW)
    assert (surya.quiet, surya.articles, surya.recent) == (False, 29, 3)


def test_a_source_that_stopped_has_gone_quiet(db: sqlite_utils.Database, tmp_path: Path) -> None:
    stored(db, range(5, 30))
    [surya] = statuses(tmp_path / "articles.db", NOW)
    assert surya.quiet
    assert "QUIET" in table([surya])


def test_a_source_that_rarely_prints_is_not_called_quiet(db: sqlite_utils.Database, tmp_path: Path) -> None:
    stored(db, range(10, 30, 9))
    assert not statuses(tmp_path / "articles.db", NOW)[0].quiet


def test_blocked_pages_are_named_as_the_cause(db: sqlite_utils.Database, tmp_path: Path) -> None:
    stored(db, range(5, 30))
    db["crawls"].insert(
        {
            "publisher": "surya",
            "started": "2026-03-30T00:00:00+00:00",
            "ended": "2026-03-30T00:05:00+00:00",
            "blocked": 7,
        }
    )
    assert statuses(tmp_path / "articles.db", NOW)[0].wrong == "7 addresses blocked in 3 days: the site refuses us"


def run(db: sqlite_utils.Database, started: str, **counts: object) -> None:
    db["crawls"].insert({"publisher": "surya", "started": started, "ended": started, **counts})


def test_all_outcomes_of_the_last_days_are_shown(db: sqlite_utils.Database, tmp_path: Path) -> None:
    run(db, "2026-03-20T00:00:00+00:00", gone=9)
    run(db, "2026-03-29T00:00:00+00:00", stored=4, paywalled=1)
    run(db, "2026-03-30T00:00:00+00:00", stored=1, unchanged=3, robots=2)
    [surya] = statuses(tmp_path / "articles.db", NOW)
    assert surya.outcomes == {"stored": 5, "unchanged": 3, "paywalled": 1, "robots": 2}
    assert surya.as_dict()["outcomes"]["stored"] == 5
    assert "5 stored, 3 unchanged, 1 paywalled, 2 robots" in table([surya])


@pytest.mark.parametrize(
    ("counts", "cause"),
    [
        ({"broken": 5}, "5 addresses broken in 3 days: it does not answer, or with errors"),
        ({"robots": 8}, "8 addresses robots in 3 days: its robots.txt bars them now"),
        ({"unanswered": 4}, "4 addresses unanswered in 3 days: its answers never came"),
        (
            {"found": 9, "fetched": 9, "not_article": 9},
            "9 of 9 pages are no articles: its markup may have changed",
        ),
        ({"listed": 3}, "nothing new was listed: the addresses of its feeds or its pages may have changed"),
        ({"found": 1, "stored": 1}, "far fewer articles than usual are listed"),
        ({"error": "5 refusals in a row"}, "5 refusals in a row"),
    ],
)
def test_a_source_gone_quiet_names_its_likely_cause(
    db: sqlite_utils.Database, tmp_path: Path, counts: dict[str, object], cause: str
) -> None:
    stored(db, range(5, 30))
    run(db, "2026-03-30T00:00:00+00:00", **counts)
    [surya] = statuses(tmp_path / "articles.db", NOW)
    assert (surya.quiet, surya.wrong) == (True, cause)


def test_a_source_whose_addresses_changed_says_so(db: sqlite_utils.Database, tmp_path: Path) -> None:
    stored(db, range(5, 30))
    run(db, "2026-03-30T00:00:00+00:00", listed=3)
    detail = "none of 24 links that look like articles fits article_pattern"
    visit = {"url": "https://x.example/indeks", "publisher": "surya", "kind": "index", "found": "2026-03-30"}
    db["visits"].insert({**visit, "outcome": "listed", "detail": detail})
    assert statuses(tmp_path / "articles.db", NOW)[0].wrong == detail


def test_a_source_that_was_not_crawled_says_so(db: sqlite_utils.Database, tmp_path: Path) -> None:
    stored(db, range(5, 30))
    assert statuses(tmp_path / "articles.db", NOW)[0].wrong == "not crawled for 3 days"


def test_without_a_database_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="pantau crawl"):
        statuses(tmp_path / "none.db", NOW)
