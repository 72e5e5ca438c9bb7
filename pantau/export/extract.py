"""Writes an extract: whole, checked, and put in its place at once; what stood there stays until then."""

import ctypes
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from pantau.export import selection as choosing
from pantau.export.coverage import fill_coverage
from pantau.export.lines import fault, pieces
from pantau.export.package import NESTED, Data, checksum, write_package
from pantau.export.provenance import provenance
from pantau.export.rows import Unexportable
from pantau.export.schema import Table, coverage_table, tables
from pantau.export.selection import Selection
from pantau.export.writers import WRITERS

FORMATS = (*WRITERS, "nested")
PACKAGE = "datapackage.json"  # tells an extract from any other folder
BUSY = 10.0  # seconds to wait for a lock on the database
EXCHANGE = 2  # RENAME_EXCHANGE of Linux
HERE = -100  # AT_FDCWD: paths are relative to the working folder
Progress = Callable[[int, int | None], None]  # rows written so far, rows to write


class NotWritten(Exception):
    """No extract was made, and what stood there is untouched; the message says why and what to do."""


def export(
    database: Path,
    out: Path,
    formats: Sequence[str] = FORMATS,
    selection: Selection | None = None,
    progress: Progress = lambda done, total: None,
) -> list[Data]:
    """Writes the extract to the folder `out`, in place of an earlier extract that stands there. Raises NotWritten."""
    if out.exists() and not (out / PACKAGE).exists() and (not out.is_dir() or any(out.iterdir())):
        raise NotWritten(f"{out} holds something that is no extract; name another folder, or empty this one")
    part = _part(out)
    try:
        with closing(_opened(database)) as db:
            part.mkdir(parents=True)
            data = _write(db, part, formats, selection or Selection(), progress)
        _sync(part)
        _place(part, out)
    except (Unexportable, choosing.Unknown) as error:
        raise NotWritten(str(error)) from error
    except (sqlite3.Error, pa.ArrowException) as error:
        raise NotWritten(f"{database} cannot be read: {error}. Nothing was changed; try again later") from error
    except OSError as error:
        raise NotWritten(f"{out} could not be written: {error.strerror or error}. Nothing was changed") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return data


def _part(out: Path) -> Path:
    """Where it is made; what runs that were killed left there is removed."""
    for left in out.parent.glob(f".{out.name}.part-*"):
        try:
            os.kill(int(left.name.rpartition("-")[2]), 0)
        except (ProcessLookupError, ValueError):
            shutil.rmtree(left)
        except PermissionError:  # alive, of another user
            continue
    return out.parent / f".{out.name}.part-{os.getpid()}"


def _opened(database: Path) -> sqlite3.Connection:
    """The database as it is now, whatever is written to it while the extract is made."""
    if not database.exists():
        raise NotWritten(f"{database} does not exist: run pantau update, or pantau tag, first")
    db = sqlite3.connect(f"file:{database.resolve()}?mode=ro", uri=True, timeout=BUSY, isolation_level=None)
    try:
        db.execute("begin")
        db.execute("select count(*) from sqlite_master").fetchone()  # takes the snapshot
    except sqlite3.Error:
        db.close()
        raise
    return db


def _write(
    db: sqlite3.Connection, folder: Path, formats: Sequence[str], selection: Selection, progress: Progress
) -> list[Data]:
    choosing.choose(db, selection)
    found = list(tables(db, selection.with_text))
    rows = {table.name: db.execute(*choosing.count(table, selection)).fetchone()[0] for table in found}
    covered = coverage_table()
    rows[covered.name] = fill_coverage(db, covered, selection)
    flat = [name for name in WRITERS if name in formats]
    total, done = sum(rows.values()) * len(flat) + rows["articles"] * ("nested" in formats), 0
    data: list[Data] = []
    for table in [*found, covered] if flat else ():
        report = _after(progress, done, total)
        data += _table(db, folder, table, flat, selection, rows[table.name], report)
        done += rows[table.name] * len(flat)
    if "nested" in formats:
        data.append(_nested(db, folder, found[0], selection, _after(progress, done, total)))
        _whole(NESTED, rows["articles"], data[-1].rows)
    write_package(folder, data, provenance(db, selection))
    return data


def _after(progress: Progress, done: int, total: int) -> Callable[[int], None]:
    """Reports the rows of one file as rows of all, `done` of which were written before."""
    return lambda rows: progress(done + rows, total)


def _whole(name: str, expected: int, written: int) -> None:
    if expected != written:
        raise Unexportable(f"{name}: {written} rows were written of {expected}")


def _table(
    db: sqlite3.Connection,
    folder: Path,
    table: Table,
    formats: Sequence[str],
    selection: Selection,
    expected: int,
    report: Callable[[int], None],
) -> list[Data]:
    """The table in all formats, read once for each: SQLite writes lines faster than anything could convert them."""
    data: list[Data] = []
    for name in formats:
        opened, dialect, end = WRITERS[name]
        path, rows = folder / f"{table.name}.{end}", 0
        with opened(path, table) as writer:
            for number, content in pieces(db, table, selection, dialect):
                try:
                    writer.write(content)
                except (ValueError, TypeError, OverflowError) as error:
                    raise fault(db, table, selection) from error
                rows += number
                report(expected * len(data) + rows)
        data.append(_data(path, table, name, rows))
        _whole(table.name, expected, rows)
    return data


def _nested(
    db: sqlite3.Connection, folder: Path, articles: Table, selection: Selection, report: Callable[[int], None]
) -> Data:
    from pantau.export.nested import write_nested  # spaCy comes with it

    path, rows = folder / f"{NESTED}.jsonl.gz", 0
    for written in write_nested(db, path, articles, *choosing.query(articles, selection)):
        rows += written
        report(rows)
    return replace(_data(path, articles, "jsonl", rows), nested=True)


def _data(path: Path, table: Table, form: str, rows: int) -> Data:
    return Data(path.name, table, form, rows, path.stat().st_size, checksum(path))


def _sync(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        with _descriptor(path) as number:
            os.fsync(number)


@contextmanager
def _descriptor(path: Path) -> Iterator[int]:
    number = os.open(path, os.O_RDONLY)
    try:
        yield number
    finally:
        os.close(number)


def _place(part: Path, out: Path) -> None:
    """Gives the new extract its name in one step; the former one is then in `part`."""
    if not out.exists() or not any(out.iterdir()):
        part.replace(out)
    elif not _exchanged(part, out):
        former = part.with_name(f"{part.name}.old")
        out.replace(former)
        part.replace(out)
        shutil.rmtree(former)
    with _descriptor(out.parent) as number:
        os.fsync(number)


def _exchanged(part: Path, out: Path) -> bool:
    """Both names exchanged in one step, where the system can."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(HERE, os.fsencode(part), HERE, os.fsencode(out), EXCHANGE) == 0
