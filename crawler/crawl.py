"""Crawling in process, what `pantau crawl` calls. A publisher's result comes from its row, never from an exit code."""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache, partial
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from crawler import archive as web_archive
from crawler import backlog, publisher, reading, relevance
from crawler.addresses import site
from crawler.extensions import NO_CONTACT
from crawler.frontier import instant
from crawler.items import Hints, Outcome, Publisher
from crawler.publisher import PublisherSpider, page_read
from crawler.store import articles_db

# Publisher; "fetch" (requests) or "read" (articles); how many are done, of how many known so far.
Progress = Callable[[str, str, int, int], None]


@dataclass(frozen=True)
class CrawlResult:
    """What one run of one publisher came to: its row in table `crawls`."""

    publisher: str
    found: int = 0  # addresses of articles never seen before
    fetched: int = 0  # pages that came back
    outcomes: dict[Outcome, int] = field(default_factory=dict)  # those that occurred
    seconds: float = 0.0
    error: str | None = None  # None: all went well

    def plus(self, other: "CrawlResult | None") -> "CrawlResult":
        """Two runs of one publisher as one."""
        if other is None:
            return self
        outcomes = dict(Counter(self.outcomes) + Counter(other.outcomes))
        found, fetched = self.found + other.found, self.fetched + other.fetched
        seconds = self.seconds + other.seconds
        return CrawlResult(self.publisher, found, fetched, outcomes, seconds, self.error or other.error)


class NothingHeld(ValueError):
    """Archives that hold no page of any of the publishers."""


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
    settings = _settings(db_path, archive, contact, keep, terms)
    _check(names, settings)
    names = _held(names, settings)
    articles_db(db_path).close()
    process = AsyncCrawlerProcess(settings)
    logging.getLogger("scrapy").setLevel(logging.WARNING)  # after the process, which sets it to all; the caller reports
    failures: dict[str, str] = {}
    before = {name: _last(db_path, name) for name in names}
    for name in names:
        crawler = process.create_crawler(name)
        if progress is not None:
            _report(crawler, name, progress)
        task = process.crawl(crawler, since=since, limit=limit)
        task.add_done_callback(lambda done, name=name: failures.update(_failure(name, done)))  # type: ignore[misc]
    process.start()
    reading.stop()
    return [_result(db_path, name, before[name], failures.get(name)) for name in names]


@cache
def spiders() -> dict[str, type[PublisherSpider]]:
    """The spiders of all publishers by name, as Scrapy finds them."""
    loader = get_spider_loader(_settings(Path(), (), None))
    found = {name: loader.load(name) for name in sorted(loader.list())}
    return {name: spider for name, spider in found.items() if issubclass(spider, PublisherSpider)}


def publishers() -> dict[str, Publisher]:
    """All publishers by name."""
    return {name: spider.publisher() for name, spider in spiders().items()}


def spider_for(url: str) -> type[PublisherSpider] | None:
    """The spider that this address is an article of, or at least of its host or site; None when it is nobody's."""
    known = spiders().values()
    tests: tuple[Callable[[type[PublisherSpider]], bool], ...] = (
        lambda spider: spider.article_address(url) is not None,
        lambda spider: url.startswith(spider.homepage),
        lambda spider: site(url) == site(spider.homepage),
    )
    return next((spider for test in tests for spider in known if test(spider)), None)


def hints_for(name: str) -> Hints:
    """What the pages of a publisher do not say of themselves; plain defaults for a name that is none."""
    spider = spiders().get(name)
    return spider.hints() if spider else Hints(publisher=name)


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
    _check(names, _settings(db_path, (), "archive", keep, terms))
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


def _settings(
    db_path: Path,
    archive: Sequence[str | Path],
    contact: str | None,
    keep: str | None = None,
    terms: str | Path | None = None,
) -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    values: dict[str, Any] = {"ARTICLES_DB": str(db_path), "LOG_INSTALL_ROOT_HANDLER": False}
    if archive:
        values["ARCHIVE"] = [str(path) for path in archive]
    if contact:
        values["CONTACT"] = contact
    if keep:
        values["KEEP"] = keep
    if terms:
        values["TERMS"] = str(terms)
    settings.setdict(values, priority="cmdline")
    return settings


def _check(names: Sequence[str], settings: Settings) -> None:
    """Refuse in one line what cannot be done at all."""
    unknown = sorted(set(names) - set(spiders()))
    if unknown:
        near = [like for name in unknown for like in get_close_matches(name, spiders())]
        hint = f"did you mean {', '.join(near)}?" if near else "`scrapy list` names all of them"
        raise ValueError(f"No publisher is called {', '.join(unknown)}; {hint}")
    relevance.terms(settings.get("TERMS") or None)
    missing = [path for path in settings.getlist("ARCHIVE") if not Path(path).is_file()]
    if missing:
        raise ValueError(f"No such archive: {', '.join(missing)}")
    for path in settings.getlist("ARCHIVE"):
        try:
            empty = not web_archive.places([path])
        except OSError as error:
            raise ValueError(f"No web archive: {path} ({error})") from error
        if empty:
            raise ValueError(f"No web archive: {path} holds no answers")
    if not settings.getlist("ARCHIVE") and not settings.get("CONTACT"):
        raise ValueError(NO_CONTACT)


def _held(names: Sequence[str], settings: Settings) -> Sequence[str]:
    """Of these publishers those of whom an archive holds a page, all of them where no archive is read."""
    paths = settings.getlist("ARCHIVE")
    if not paths:
        return names
    by_site: dict[str, list[str]] = {}
    for url in web_archive.places(paths):
        by_site.setdefault(site(url), []).append(url)
    held = [name for name in names if _any_of(spiders()[name], by_site)]
    if missing := sorted(set(names) - set(held)):
        logging.getLogger(__name__).info("No page in the archive of %s: left out", ", ".join(missing))
    if not held:
        raise NothingHeld(f"The archive holds no page of {', '.join(missing)}")
    return held


def _any_of(spider: type[PublisherSpider], by_site: dict[str, list[str]]) -> bool:
    """Whether one of these addresses is an article or another page of this publisher."""
    urls = by_site.get(site(spider.homepage), [])
    return any(url.startswith(spider.homepage) or spider.article_address(url) for url in urls)


def _report(crawler: Crawler, name: str, progress: Progress) -> None:
    """Pass on what a spider has done."""

    def settled(spider: PublisherSpider) -> None:
        progress(name, "fetch", len(spider.answered), len(spider.asked))

    def read(done: int, total: int) -> None:
        progress(name, "read", done, total)

    # Not weak: the crawler is all that knows these two.
    crawler.signals.connect(settled, signal=publisher.settled, weak=False)
    crawler.signals.connect(read, signal=page_read, weak=False)


def _failure(name: str, task: Any) -> dict[str, str]:
    """What kept a spider from starting."""
    error = None if task.cancelled() else task.exception()
    if error is None:
        return {}
    logging.getLogger(__name__).error("%s could not be crawled: %s", name, error)
    return {name: f"{type(error).__name__}: {error}"}


def _last(db_path: Path, name: str) -> int:
    """The number of the publisher's last row in `crawls`."""
    db = articles_db(db_path)
    try:
        return int(db.execute("select coalesce(max(id), 0) from crawls where publisher = ?", [name]).fetchone()[0])
    finally:
        db.close()


def _result(db_path: Path, name: str, before: int, failure: str | None) -> CrawlResult:
    db = articles_db(db_path)
    try:
        rows = list(
            db.query("select * from crawls where publisher = ? and id > ? order by id desc limit 1", [name, before])
        )
    finally:
        db.close()
    if not rows or rows[0]["ended"] is None:
        return CrawlResult(name, error=failure or "did not run to its end")
    row = rows[0]
    seconds = (instant(row["ended"]) - instant(row["started"])).total_seconds()
    outcomes = {outcome: row[outcome] for outcome in Outcome if row[outcome]}
    return CrawlResult(name, row["found"], row["fetched"], outcomes, seconds, row["error"] or failure)
