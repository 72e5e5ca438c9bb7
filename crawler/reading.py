"""Stored pages -> article() in worker processes with a time limit -> articles, revisions and outcomes."""

import asyncio
import atexit
import logging
from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from functools import cache
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from crawler import shelf, worker
from crawler.items import Article, Hints, Outcome
from crawler.relevance import Terms
from crawler.shelf import Group
from crawler.store import articles_db
from crawler.worker import Reading

WORKERS = 2  # 165 pages a second on two cores; the fetching of one site gives one
READ_SECONDS = 10.0  # a page takes 8 ms; 100,000 attributes on one element take minutes, in C, where only a kill helps
AHEAD = 4 * WORKERS  # groups handed over before the first result is waited for
OVER_TIME = "over the time limit"
SAID = {  # by read_page, in place of an outcome
    Outcome.BROKEN: "neither markup nor text",
    Outcome.BLOCKED: "a bot wall or captcha, no article",
    Outcome.NOT_ARTICLE: "no article on it: no headline with text",
}

logger = logging.getLogger(__name__)


class Unreadable(ValueError):
    """Nothing can be read out of these pages; the message says why, in one line."""


def read(
    path: Path,
    hints: Hints,
    crawl: int | None = None,
    done: Callable[[int, int], None] | None = None,
    terms: Terms | None = None,
) -> Counter[str]:
    """Read all pages of a publisher that wait with outcome 'received'; the outcomes, counted.

    With `terms`, an article that names none of them is stored as title, time and address alone.

    Each article is written in one transaction, so that a kill leaves the rest waiting for the next run.
    """
    db = articles_db(path)
    counts: Counter[str] = Counter()
    try:
        waiting = shelf.waiting(db, hints.publisher)
        for number, (group, reading) in enumerate(_readings(shelf.groups(db, waiting), hints), 1):
            counts[shelf.put(db, group, judged(reading, terms), crawl)] += 1
            if done is not None:
                done(number, len(waiting))
    finally:
        db.close()
    return counts


def judged(reading: Reading, terms: Terms | None) -> Reading:
    """The reading, with whether its article is kept whole: where no terms are given, or they fit it."""
    if terms is None or reading.article is None:
        return reading
    return replace(reading, kept=terms.fit(reading.article))


def read_page(pages: list[bytes], url: str, hints: Hints, seconds: float = READ_SECONDS) -> Article:
    """The article on these pages, read within the time limit; Unreadable when there is none."""
    reading = _result(_submit(pages, url, 200, hints, seconds))
    if reading.article is None:
        raise Unreadable(reading.detail or SAID.get(reading.outcome or Outcome.NOT_ARTICLE, str(reading.outcome)))
    return reading.article


async def first_reading(body: bytes, url: str, status: int, hints: Hints) -> tuple[list[str], Reading]:
    """The addresses of an article's later pages, and what comes of reading this first page alone; in a worker.

    A page is read beside the fetching of the next: one journey to the worker in place of two. Whatever a hostile page
    provokes is its outcome.
    """
    try:
        future = _pool().schedule(worker.first_reading, [body, url, status, hints], timeout=READ_SECONDS)
        later, reading = await asyncio.wrap_future(future)
    except Exception as error:  # noqa: BLE001 (one page must not end the run; it is counted with its reason)
        return [], Reading(Outcome.BROKEN, None, _why(error))
    return list(later), reading


def _readings(groups: Iterator[Group], hints: Hints) -> Iterator[tuple[Group, Reading]]:
    """Each group with its reading, in order; the workers are kept a few groups ahead."""
    running: deque[tuple[Group, Future[Reading]]] = deque()
    for group in groups:
        listed = replace(hints, listed={name: value for name, value in group.listed.items() if isinstance(value, str)})
        running.append((group, _submit(group.bodies, group.address, group.status, listed, READ_SECONDS)))
        if len(running) >= AHEAD:
            yield running[0][0], _result(running.popleft()[1])
    for group, future in running:
        yield group, _result(future)


def _submit(pages: list[bytes], url: str, status: int, hints: Hints, seconds: float) -> Future[Reading]:
    future: Future[Reading] = _pool().schedule(worker.reading, [pages, url, status, hints], timeout=seconds)
    return future


def _result(future: Future[Reading]) -> Reading:
    try:
        return future.result()
    except Exception as error:  # noqa: BLE001 (one page must not end the run; it is counted with its reason)
        return Reading(Outcome.BROKEN, None, _why(error))


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return OVER_TIME
    if isinstance(error, ProcessExpired):
        return f"the reading process died (exit code {error.exitcode})"
    return f"{type(error).__name__}: {error}"


@cache
def _pool() -> ProcessPool:
    """The workers, started when the first page comes. Forked from a server of their own: this process has threads."""
    context = worker.Context()
    context.set_forkserver_preload(["crawler.worker"])
    return ProcessPool(WORKERS, initializer=worker.prepare, context=context)


@atexit.register
def stop() -> None:
    """End the workers; the next page to read starts them again."""
    if _pool.cache_info().currsize:
        _pool().stop()
        _pool().join()
        _pool.cache_clear()
