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


def test_without_a_database_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="pantau crawl"):
        statuses(tmp_path / "none.db", NOW)
