"""The two steps of a run, each with its exit code and its line of summary."""

import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crawler.crawl import crawl as run_spiders
from crawler.crawl import publishers

from nlp.tag import tag as read_articles
from pantau.config import config, data
from pantau.schedule import ALL_WELL, NOTHING_DONE, SOME_FAILED, progress

log = logging.getLogger("pantau")
NO_CONTACT = (
    "no contact address: publishers must be able to reach you. Set contact in pantau.toml (`pantau init` writes the "
    "file) or in the environment variable PANTAU_CONTACT, or read an archive with --archive"
)


@dataclass(frozen=True)
class Ran:
    """How a step ended."""

    code: int  # of pantau.schedule
    summary: str  # without a full stop


def crawl(
    names: Sequence[str], since: date | None, limit: int | None, archive: Sequence[Path], folder: Path | None = None
) -> Ran:
    """Collects articles into articles.db; one line a publisher in the log."""
    settings, known = config(), publishers()
    wanted = list(names or settings.publishers or known)
    unknown = sorted(set(wanted) - set(known))
    if unknown:
        return _nothing(f"unknown publisher {', '.join(unknown)}; there are {', '.join(sorted(known))}")
    if not archive and not settings.contact:
        return _nothing(NO_CONTACT)
    database = (folder or data()) / "articles.db"
    try:
        with progress("crawl", "pages") as report:
            results = run_spiders(wanted, database, since, limit, archive, settings.contact, report)
    except (sqlite3.DatabaseError, OSError) as error:
        return _nothing(f"{database} cannot be written: {error}")
    for result in results:
        log.info("crawl: %s: %s", result.publisher, result.error or _counted(result.counts))
    failed = [result for result in results if result.error]
    code = NOTHING_DONE if len(failed) == len(results) else SOME_FAILED if failed else ALL_WELL
    new = sum(result.counts.get("stored", 0) + result.counts.get("paywalled", 0) for result in results)
    revised = sum(result.counts.get("revised", 0) for result in results)
    summary = f"{len(results) - len(failed)} of {len(results)} publishers, {new} articles new, {revised} revised"
    return Ran(code, summary)


def tag(rebuild: bool, folder: Path | None = None) -> Ran:
    """Reads what is new in articles.db into ikm.db."""
    where = folder or data()
    try:
        with progress("tag", "articles") as report:
            done = read_articles(where / "articles.db", where / "ikm.db", rebuild, report)
    except FileNotFoundError as error:
        return _nothing(str(error))
    except sqlite3.DatabaseError as error:
        return _nothing(f"{where / 'ikm.db'} cannot be written: {error}")
    if done.rules_changed and not rebuild:
        log.info("tag: the rules have changed since; `pantau tag --rebuild` reads the older articles with them too")
    summary = f"{done.articles} read" + (f", {done.failed} of them not whole (table failures)" if done.failed else "")
    log.info("tag: %s", summary)
    return Ran(SOME_FAILED if done.failed else ALL_WELL, summary)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in counts.items() if number) or "nothing found"


def _nothing(why: str) -> Ran:
    log.error("%s", why)
    return Ran(NOTHING_DONE, why)
