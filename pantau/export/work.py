"""The files of an extract, written side by side: each by one thread with a connection of its own, the longest first."""

import sqlite3
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock

from pantau.export import selection as choosing
from pantau.export.lines import fault, pieces
from pantau.export.package import NESTED, Data, checksum
from pantau.export.rows import Unexportable
from pantau.export.schema import Table, tables
from pantau.export.selection import Selection
from pantau.export.writers import WRITERS

Progress = Callable[[int, int | None], None]  # rows written so far, rows to write


@dataclass(frozen=True)
class Job:
    """One file to write."""

    table: Table
    format: str  # jsonl, csv, parquet or nested
    rows: int  # that the database has for it


class Work:
    """Writes files into `folder`; SQLite, zlib and Arrow let other threads run meanwhile."""

    def __init__(self, readers: Sequence[sqlite3.Connection], folder: Path, selection: Selection) -> None:
        self._readers, self._folder, self._selection = readers, folder, selection
        self._stopped, self._lock = Event(), Lock()
        self._written = 0

    def done(self, jobs: Sequence[Job], progress: Progress) -> list[Data]:
        """What was written, in the order of the jobs. Raises Unexportable for a row, or the first error of a file."""
        free: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        for db in self._readers:
            free.put(db)
        total = sum(job.rows for job in jobs)

        def one(job: Job) -> Data:
            db = free.get()
            try:
                return self._file(db, job, lambda rows: self._report(rows, total, progress))
            finally:
                free.put(db)

        longest = sorted(jobs, key=lambda job: (job.format != "nested", -job.rows))
        with ThreadPoolExecutor(len(self._readers)) as pool:
            futures = {job: pool.submit(one, job) for job in longest}
            try:
                wait(futures.values(), return_when=FIRST_EXCEPTION)
            finally:
                self._stopped.set()  # what goes on beside an error ends with its next piece
        failed = [error for future in futures.values() if (error := future.exception())]
        for error in sorted(failed, key=lambda error: isinstance(error, Stopped)):
            raise error
        return [futures[job].result() for job in jobs]

    def _report(self, rows: int, total: int, progress: Progress) -> None:
        with self._lock:
            self._written += rows
            progress(self._written, total)

    def _file(self, db: sqlite3.Connection, job: Job, report: Callable[[int], None]) -> Data:
        write = self._nested if job.format == "nested" else self._flat
        path, rows = self._folder / _name(job), 0
        with closing(write(db, job, path)) as batches:
            for written in batches:
                rows += written
                report(written)
                if self._stopped.is_set():
                    raise Stopped
        if rows != job.rows:
            raise Unexportable(f"{path.name}: {rows} rows were written of {job.rows}")
        data = Data(path.name, job.table, job.format, rows, path.stat().st_size, checksum(path))
        return replace(data, format="jsonl", nested=True) if job.format == "nested" else data

    def _flat(self, db: sqlite3.Connection, job: Job, path: Path) -> Generator[int, None, None]:
        opened, dialect, _ = WRITERS[job.format]
        with opened(path, job.table) as writer:
            for rows, lines in pieces(db, job.table, self._selection, dialect, job.rows):
                try:
                    writer.write(lines)
                except (ValueError, TypeError, OverflowError) as error:
                    raise fault(db, job.table, self._selection) or error from error
                yield rows

    def _nested(self, db: sqlite3.Connection, job: Job, path: Path) -> Generator[int, None, None]:
        from pantau.export.nested import write_nested  # spaCy comes with it

        found = {table.name: table for table in tables(db, self._selection.with_text)}
        return write_nested(db, path, found, *choosing.query(job.table, self._selection))


class Stopped(Exception):
    """Another file failed."""


def _name(job: Job) -> str:
    return f"{NESTED}.jsonl.gz" if job.format == "nested" else f"{job.table.name}.{WRITERS[job.format][2]}"
