"""Readers that begin while somebody writes: all of them see the database in one state."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from pantau.export import snapshot
from pantau.export.snapshot import _begun_together, _opened


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as db:
        db.execute("pragma journal_mode = wal")
        db.execute("create table t (x)")
    db.close()
    return path


def write(database: Path) -> None:
    with sqlite3.connect(database) as db:
        db.execute("insert into t values (1)")
    db.close()


class Interrupted:
    """A reader before whose beginning somebody else writes."""

    def __init__(self, database: Path) -> None:
        self.database, self.db, self.times = database, _opened(database), 0

    def execute(self, sql: str) -> Any:
        if sql == "begin" and not self.times:
            self.times += 1
            write(self.database)
        return self.db.execute(sql)


def test_a_write_between_two_readers_makes_them_begin_again(database: Path) -> None:
    watch, first, second = _opened(database), _opened(database), Interrupted(database)
    assert not _begun_together(watch, [first, second])  # type: ignore[list-item]
    assert _begun_together(watch, [first, second])  # type: ignore[list-item]
    write(database)
    assert [db.execute("select count(*) from t").fetchone()[0] for db in (first, second)] == [1, 1]
    for db in (watch, first, second.db):
        db.close()


def test_readers_keep_their_state_while_others_write(database: Path) -> None:
    with snapshot.snapshot(database, 3) as readers:
        for _ in range(3):
            write(database)
        assert [db.execute("select count(*) from t").fetchone()[0] for db in readers] == [0, 0, 0]


def test_a_database_that_is_never_still_is_an_error(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_begun_together", lambda watch, readers: False)
    monkeypatch.setattr(snapshot, "PAUSE", 0)
    with pytest.raises(sqlite3.OperationalError, match="without a pause"), snapshot.snapshot(database, 1):
        pass
