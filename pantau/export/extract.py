"""Writes an extract: whole, checked, and put in its place at once; what stood there stays until then."""

import ctypes
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

from nlp.store import lacking
from pantau.export import selection as choosing
from pantau.export.coverage import create_coverage
from pantau.export.package import Data, write_package
from pantau.export.provenance import provenance
from pantau.export.rows import Unexportable
from pantau.export.schema import coverage_table, tables
from pantau.export.selection import Selection
from pantau.export.snapshot import snapshot
from pantau.export.work import Job, Progress, Work
from pantau.export.writers import WRITERS

FORMATS = (*WRITERS, "nested")
PACKAGE = "datapackage.json"  # tells an extract from any other folder
READERS = 2  # files written side by side: more take more memory, and the machines that this is for have two cores
EXCHANGE = 2  # RENAME_EXCHANGE of Linux
HERE = -100  # AT_FDCWD: paths are relative to the working folder


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
    if not database.exists():
        raise NotWritten(f"{database} does not exist: run pantau update, or pantau tag, first")
    part = _part(out)
    try:
        with snapshot(database, READERS) as readers:
            _is_of_this_version(database)
            part.mkdir(parents=True)
            data = _write(readers, part, formats, selection or Selection(), progress)
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


def _is_of_this_version(database: Path) -> None:
    if lacks := lacking(database):
        raise NotWritten(
            f"{database} was made by an earlier version and lacks {', '.join(lacks)}. "
            "Run pantau tag, which adds what is missing, then export again"
        )


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


def _write(
    readers: Sequence[sqlite3.Connection],
    folder: Path,
    formats: Sequence[str],
    selection: Selection,
    progress: Progress,
) -> list[Data]:
    for db in readers:
        choosing.choose(db, selection)
        create_coverage(db, selection)
    db = readers[0]
    found = [*tables(db, selection.with_text), coverage_table()]
    rows = {table.name: db.execute(*choosing.count(table, selection)).fetchone()[0] for table in found}
    flat = [name for name in WRITERS if name in formats]
    jobs = [Job(table, form, rows[table.name]) for table in found for form in flat]
    if "nested" in formats:
        jobs.append(Job(found[0], "nested", rows["articles"]))
    data = Work(readers, folder, selection).done(jobs, progress)
    write_package(folder, data, provenance(db, selection))
    return data


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
