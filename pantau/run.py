"""The two steps of a run, each with its exit code and its line of summary."""

import logging
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crawler.crawl import Progress
from crawler.crawl import crawl as run_spiders
from crawler.items import Outcome
from crawler.registry import publishers
from crawler.results import CrawlResult
from nlp.tag import tag as read_articles
from pantau.config import config, data
from pantau.schedule import ALL_WELL, NOTHING_DONE, SOME_FAILED, progress

log = logging.getLogger("pantau")


@dataclass(frozen=True)
class Ran:
    """How a step ended."""

    code: int  # of pantau.schedule
    summary: str  # without a full stop


def crawl(
    names: Sequence[str],
    since: date | None,
    limit: int | None,
    archive: Sequence[Path],
    folder: Path | None = None,
    keep: str | None = None,
    terms: Path | None = None,
) -> Ran:
    """Collects articles into articles.db; one line a publisher in the log. `keep` and `terms` as in pantau.toml."""
    settings, database = config(), (folder or data()) / "articles.db"
    wanted = list(names or settings.publishers or publishers())
    try:
        with progress("crawl", "pages") as report:
            chosen = keep or settings.keep, terms or settings.terms
            results = run_spiders(wanted, database, since, limit, archive, settings.contact, _summed(report), *chosen)
    except ValueError as error:  # an unknown name, no contact address, an archive that is none
        return _nothing(str(error))
    except (sqlite3.DatabaseError, OSError) as error:
        return _nothing(f"{database} cannot be used: {error}")
    for result in results:
        log.info("crawl: %s: %s", result.publisher, result.error or _counted(result))
    failed = [result for result in results if result.error]
    code = NOTHING_DONE if results and len(failed) == len(results) else SOME_FAILED if failed else ALL_WELL
    new, revised = _sum(results, Outcome.STORED, Outcome.PAYWALLED), _sum(results, Outcome.REVISED)
    summary = f"{len(results) - len(failed)} of {len(results)} publishers, {new} articles new, {revised} revised"
    return Ran(code, summary)


def _summed(report: Callable[[int, int | None], None]) -> Progress:
    """One bar for all publishers: what has come back and what has been read, of what is known of so far."""
    states: dict[tuple[str, str], tuple[int, int]] = {}

    def progress(publisher: str, step: str, done: int, total: int) -> None:
        states[publisher, step] = done, total
        report(sum(done for done, _ in states.values()), sum(total for _, total in states.values()))

    return progress


def _sum(results: list[CrawlResult], *outcomes: Outcome) -> int:
    return sum(result.outcomes.get(outcome, 0) for result in results for outcome in outcomes)


def _counted(result: CrawlResult) -> str:
    return ", ".join(f"{number} {outcome}" for outcome, number in result.outcomes.items()) or "nothing found"


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


def _nothing(why: str) -> Ran:
    log.error("%s", why)
    return Ran(NOTHING_DONE, why)
