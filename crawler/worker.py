"""What runs in a worker process: one article's pages read. Needs no database, and so none of its libraries."""

import resource
import signal
import sys
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any

from crawler.extract import UnreadablePage, article, later_pages, refusal
from crawler.items import Article, Hints, Outcome

MEMORY = 2 * 1024**3  # bytes of address space a worker may take: a page of 5 MB needs a tenth of it


@dataclass(frozen=True)
class Reading:
    """What came of reading an article's pages: an article, or the outcome in its place."""

    outcome: Outcome | None
    article: Article | None = None
    detail: str | None = None
    kept: bool = True  # False: not relevant, to be stored as title, time and address alone


def first_reading(body: bytes, url: str, status: int, hints: Hints) -> tuple[tuple[str, ...], Reading]:
    """The addresses of an article's later pages, and what its first page alone says where there are none."""
    later = later_pages(body, url)
    return later, Reading(Outcome.BROKEN) if later else reading([body], url, status, hints)


def reading(pages: list[bytes], url: str, status: int, hints: Hints) -> Reading:
    """The article, or what the site says in its place."""
    try:
        found = article(pages, url, hints)
    except UnreadablePage as error:
        return Reading(Outcome.TOO_LARGE, None, str(error))
    if found is not None:
        return Reading(None, found)
    return Reading(refusal(pages[0], status) or Outcome.NOT_ARTICLE)


def prepare() -> None:
    """Set a limit to the memory, and let the process die at the first signal, which Python's handler would put off."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class Worker(ForkServerProcess):
    """A process that does not run our own program's file again, as multiprocessing lets its children do.

    Nothing of it is needed there, and with the command line come its libraries: a hundred megabytes a worker.
    """

    @staticmethod
    def _Popen(process_obj: BaseProcess) -> Any:
        program = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            return ForkServerProcess._Popen(process_obj)
        finally:
            sys.modules["__main__"] = program


class Context(ForkServerContext):
    """How workers are started: forked from a server of their own, since the process that crawls has threads."""

    Process = Worker
