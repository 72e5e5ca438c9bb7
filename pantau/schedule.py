"""What a run from cron needs: a lock, plain lines in the log, and a summary in one line."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from filelock import FileLock, Timeout
from tqdm import tqdm

ALL_WELL, SOME_FAILED, NOTHING_DONE, LOCKED = 0, 1, 2, 75  # exit codes; 75 is EX_TEMPFAIL of sysexits.h
OURS = {"crawler", "nlp", "pantau"}
COUNTED = "scrapy.downloadermiddlewares"  # what these complain of (no answer, no robots.txt) is an outcome of ours
LOG_EVERY = 500  # articles between two lines in a log: one or two a minute


def log_plainly() -> None:
    """One line a message on standard error, with the time when nobody is looking; of libraries only what went wrong."""
    form = "%(message)s" if sys.stderr.isatty() else "%(asctime)s %(levelname)s %(message)s"
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_worth_a_line)
    logging.basicConfig(level=logging.INFO, format=form, datefmt="%Y-%m-%d %H:%M:%S", handlers=[handler])


def _worth_a_line(record: logging.LogRecord) -> bool:
    if record.name.startswith(COUNTED):
        return False
    return record.levelno >= logging.WARNING or record.name.split(".")[0] in OURS


@contextmanager
def lock(data: Path) -> Iterator[None]:
    """Holds the one lock that every command which writes takes; ends the program with 75 when another run holds it."""
    data.mkdir(parents=True, exist_ok=True)
    held = FileLock(data / "pantau.lock")
    try:
        held.acquire(timeout=0)
    except Timeout:
        click.echo(
            f"Another run holds {data / 'pantau.lock'}; nothing was done. Try again when it has ended.", err=True
        )
        sys.exit(LOCKED)
    try:
        yield
    finally:
        held.release()


@contextmanager
def progress(what: str, unit: str) -> Iterator[Callable[[int, int | None], None]]:
    """A bar on a terminal, a line every LOG_EVERY in a log; the caller reports (done, total)."""
    log, logged = logging.getLogger("pantau"), 0
    with tqdm(desc=what, unit=f" {unit}", disable=not sys.stderr.isatty(), leave=False) as bar:

        def report(done: int, total: int | None) -> None:
            nonlocal logged
            bar.total = total or bar.total
            bar.update(done - bar.n)
            if bar.disable and done >= logged + LOG_EVERY:
                logged = done
                log.info("%s: %d of %s %s", what, done, total or "?", unit)

        yield report
