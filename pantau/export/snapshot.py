"""Connections that all see the database in one state, whatever is written to it meanwhile."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

BUSY = 10.0  # seconds to wait for a lock on the database
TRIES, PAUSE = 100, 0.1  # how often, and after how many seconds, an unwritten moment is looked for


@contextmanager
def snapshot(database: Path, number: int) -> Iterator[list[sqlite3.Connection]]:
    """So many connections for reading alone, each for one thread at a time. Raises sqlite3.Error."""
    with ExitStack() as stack:
        watch, *readers = [stack.enter_context(closing(_opened(database))) for _ in range(number + 1)]
        for _ in range(TRIES):
            if _begun_together(watch, readers):
                break
            time.sleep(PAUSE)
        else:
            raise sqlite3.OperationalError("it is written to without a pause")
        yield readers


def _opened(database: Path) -> sqlite3.Connection:
    address = f"file:{database.resolve()}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False)


def _begun_together(watch: sqlite3.Connection, readers: list[sqlite3.Connection]) -> bool:
    """True when nobody wrote while the readers began: then they see the same. Else they are as before."""
    before = _version(watch)
    for db in readers:
        db.execute("begin")
        db.execute("select count(*) from sqlite_master").fetchone()  # takes the snapshot
    if _version(watch) == before:
        return True
    for db in readers:
        db.execute("rollback")
    return False


def _version(db: sqlite3.Connection) -> int:
    """A number that changes with every commit of another connection."""
    return int(db.execute("pragma data_version").fetchone()[0])
