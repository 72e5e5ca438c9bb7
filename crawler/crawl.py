"""Crawling in process, what `pantau crawl` calls. A publisher's result comes from its row, never from an exit code."""

import logging
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess, Crawler

from crawler import backlog, publisher, reading
from crawler.asking import NothingHeld, check, held
from crawler.publisher import PublisherSpider, page_read
from crawler.registry import settings_for
from crawler.results import CrawlResult, failure_of, last_run, result_of
from crawler.store import articles_db

# Publisher; "fetch" (requests) or "read" (articles); how many are done, of how many known so far.
Progress = Callable[[str, str, int, int], None]


def crawl(
    names: Sequence[str],
    db_path: Path,
    since: date | None = None,
    limit: int | None = None,
    archive: Sequence[str | Path] = (),
    contact: str | None = None,
    progress: Progress | None = None,
    keep: str | None = None,
    terms: str | Path | None = None,
) -> list[CrawlResult]:
    """Collect the unseen articles of these publishers into `db_path`, all at once; one result each, in their order.

    Answered from the web archives of `archive` (WARC, WACZ, or path lists, whose archives are read one after the other
    and each once) where some are given, else from the live web, which needs a `contact`.
    Publishers of whom no archive holds a page are left out: the log names them, and they have no result.
    `keep` ("all", "ikm") has the say over every publisher's own; `terms` is a researcher's term file.
    A publisher that fails says so in its result and does not stop the others. Once a process: the reactor cannot
    start again. ValueError for a name that is none, a missing contact or archive, archives that hold nobody's pages.
    """
    if any(map(backlog.is_list, archive)):
        return _in_turn(names, db_path, since, limit, archive, keep, terms)
    settings = settings_for(db_path, archive, contact, keep, terms)
    check(names, settings)
    names = held(names, settings)
    articles_db(db_path).close()
    process = AsyncCrawlerProcess(settings)
    logging.getLogger("scrapy").setLevel(logging.WARNING)  # after the process, which sets it to all; the caller reports
    failures: dict[str, str] = {}
    before = {name: last_run(db_path, name) for name in names}
    for name in names:
        crawler = process.create_crawler(name)
        if progress is not None:
            _report(crawler, name, progress)
        task = process.crawl(crawler, since=since, limit=limit)
        task.add_done_callback(lambda done, name=name: failures.update(failure_of(name, done)))  # type: ignore[misc]
    process.start()
    reading.stop()
    return [result_of(db_path, name, before[name], failures.get(name)) for name in names]


def _in_turn(
    names: Sequence[str],
    db_path: Path,
    since: date | None,
    limit: int | None,
    archive: Sequence[str | Path],
    keep: str | None,
    terms: str | Path | None,
) -> list[CrawlResult]:
    """The archives that path lists name, one after the other; each publisher's results summed."""
    check(names, settings_for(db_path, (), "archive", keep, terms))
    files = [file for path in archive for file in (backlog.archives(path) if backlog.is_list(path) else [Path(path)])]
    asked = f"{' '.join(sorted(names))} since={since} limit={limit} keep={keep} terms={terms}"
    read = partial(_one, names, db_path, since, limit, keep, terms)
    sums: dict[str, CrawlResult] = {}
    for file, results in backlog.in_turn(db_path, files, asked, read):
        logging.getLogger(__name__).info("%s: %d publishers", file.name, len(results))
        for result in results:
            sums[result.publisher] = result.plus(sums.get(result.publisher))
    return [sums[name] for name in names if name in sums]


def _one(
    names: Sequence[str],
    db_path: Path,
    since: date | None,
    limit: int | None,
    keep: str | None,
    terms: str | Path | None,
    file: Path,
) -> list[CrawlResult]:
    """One archive of a list, in a process of its own; nothing where it holds nobody's pages."""
    try:
        return crawl(names, db_path, since, limit, [file], keep=keep, terms=terms)
    except NothingHeld:
        return []


def _report(crawler: Crawler, name: str, progress: Progress) -> None:
    """Pass on what a spider has done."""

    def settled(spider: PublisherSpider) -> None:
        progress(name, "fetch", len(spider.answered), len(spider.asked))

    def read(done: int, total: int) -> None:
        progress(name, "read", done, total)

    # Not weak: the crawler is all that knows these two.
    crawler.signals.connect(settled, signal=publisher.settled, weak=False)
    crawler.signals.connect(read, signal=page_read, weak=False)
