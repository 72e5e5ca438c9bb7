"""What surrounds a run: its row in `crawls`, the reading of what it received, and the delay that a site asks for."""

import asyncio
import logging
from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DontCloseSpider
from scrapy.http import Request
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from crawler import backoff as backoffs
from crawler import sitewide
from crawler.publisher import PublisherSpider, page_read
from crawler.reading import read

NO_CONTACT = (
    "No contact address: the sites must be able to reach whoever runs this. Set it in pantau.toml (contact = "
    '"name@office.go.id") or as PANTAU_CONTACT; archives (PANTAU_ARCHIVE) need none.'
)
MAX_CRAWL_DELAY = 30  # seconds; some sites copy a delay of minutes that would leave most of the day's news unread
WELL = frozenset({"finished", "closespider_timeout"})  # what its hour did not suffice for, the next run asks for
READING = asyncio.Lock()  # one publisher at a time: the workers are as many as the cores

logger = logging.getLogger(__name__)


class Runs:
    """Opens the row of a run, and at its end reads the received pages and closes the row with its counts."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        crawler.signals.connect(self.opened, signal=signals.spider_opened)
        crawler.signals.connect(self.idle, signal=signals.spider_idle)
        crawler.signals.connect(self.closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def opened(self, spider: PublisherSpider) -> None:
        """Begin, unless nobody could be reached about us."""
        settings = self.crawler.settings
        if not settings.getlist("ARCHIVE") and not settings.get("CONTACT"):
            logger.error(NO_CONTACT)
            raise CloseSpider("no contact address")
        spider.frontier.open()
        spider.keywords = sitewide.load(spider.frontier.db, spider.name)
        spider.sitewide = sitewide.common(spider.keywords)
        if self.crawler.settings.getlist("ARCHIVE"):
            return
        backoff = backoffs.load(spider.frontier.db, spider.name)
        if backoff.waits(datetime.now(UTC)):
            raise CloseSpider(f"left alone until {backoff.until}: {backoff.reason}")
        if backoff.refusals:
            delay = backoff.delay(settings.getfloat("DOWNLOAD_DELAY"))
            _slow_down(self.crawler, urlsplit(spider.homepage).hostname or "", delay)
            logger.info("%s has refused before: %s s between two requests", spider.name, delay)

    def idle(self, spider: PublisherSpider) -> None:
        """Ask for what is left for the end; the spider closes when there is nothing."""
        requests = spider.more()
        for request in requests:
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def _spare(self, spider: PublisherSpider, reason: str, silence: str | None) -> None:
        """Keep for the next runs whether the site has refused."""
        db, said = spider.frontier.db, backoffs.load(spider.frontier.db, spider.name)
        if self.crawler.settings.getlist("ARCHIVE") or said.waits(datetime.now(UTC)):
            return
        if spider.wait is not None or "refusals in a row" in reason or spider.frontier.refused():
            said = said.refused(datetime.now(UTC), silence or reason, spider.wait)
        elif reason in WELL and spider.answered:
            said = said.well()
        backoffs.save(db, spider.name, said)

    async def closed(self, spider: PublisherSpider, reason: str) -> None:
        """Settle what was never answered, read the pages (in a thread, so that other spiders go on), close the row."""
        frontier = spider.frontier
        if not frontier.crawl:  # never opened
            frontier.db.close()
            return
        error = None if reason in WELL else reason
        left = [spider.asked[url] for url in spider.asked.keys() - spider.answered]
        frontier.unanswered(left, count=reason == "finished")
        try:
            async with READING:
                await asyncio.to_thread(read, frontier.path, spider.known(), frontier.crawl, self._read, spider.terms())
        except Exception as failure:  # logged, and said in the row; the next run reads them
            logger.exception("The pages of %s could not be read", spider.name)
            error = f"{type(failure).__name__}: {failure}"
        finally:
            sitewide.save(frontier.db, spider.name, spider.keywords, spider.sitewide)
            silence = frontier.silence()
            self._spare(spider, reason, silence)
            if spider.held_back:
                logger.info("%s: %d addresses wait for the next run", spider.name, spider.held_back)
            frontier.close(error or silence)

    def _read(self, done: int, total: int) -> None:
        early = self.crawler.spider.read  # type: ignore[union-attr]
        self.crawler.signals.send_catch_log(page_read, done=early + done, total=early + total)


class CrawlDelay:
    """Keeps to the Crawl-delay of robots.txt, which Scrapy does not do by itself."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        crawler.signals.connect(self.parsed, signal=signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Lengthen the delay of the host that this robots.txt is of."""
        settings = self.crawler.settings
        delay = robotparser.crawl_delay(settings["ROBOTSTXT_USER_AGENT"]) or 0
        if settings.getlist("ARCHIVE") or delay <= settings.getfloat("DOWNLOAD_DELAY"):
            return
        delay = min(delay, MAX_CRAWL_DELAY)
        host = urlparse_cached(request).hostname or ""
        _slow_down(self.crawler, host, delay)
        logger.info("%s asks for %s s between two requests", host, delay)


def _slow_down(crawler: Crawler, host: str, delay: float) -> None:
    """Let at least this many seconds lie between two requests to a host."""
    downloader = crawler.engine.downloader
    former = downloader.per_slot_settings.get(host, {})
    delay = max(delay, former.get("delay", 0))
    downloader.per_slot_settings[host] = {**former, "delay": delay}
    if host in downloader.slots:
        downloader.slots[host].delay = delay
