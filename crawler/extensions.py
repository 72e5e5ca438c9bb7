"""What surrounds a run: its row in `crawls`, the reading of what it received, and the delay that a site asks for."""

import asyncio
import logging
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Request
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from crawler.items import Outcome
from crawler.publisher import PublisherSpider
from crawler.reading import read

NO_CONTACT = (
    "No contact address: the sites must be able to reach whoever runs this. Set it in pantau.toml (contact = "
    '"name@office.go.id") or as PANTAU_CONTACT; archives (PANTAU_ARCHIVE) need none.'
)
MAX_CRAWL_DELAY = 30  # seconds; some sites copy a delay of minutes that would leave most of the day's news unread
page_read = object()  # signal, in a thread: how many articles of a publisher are read, of how many
WELL = frozenset({"finished", "closespider_timeout"})  # what its hour did not suffice for, the next run asks for
READING = asyncio.Lock()  # one publisher at a time: the workers are as many as the cores

logger = logging.getLogger(__name__)


class Runs:
    """Opens the row of a run, and at its end reads the received pages and closes the row with its counts."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        crawler.signals.connect(self.opened, signal=signals.spider_opened)
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

    async def closed(self, spider: PublisherSpider, reason: str) -> None:
        """Settle what was never answered, read the pages (in a thread, so that other spiders go on), close the row."""
        frontier = spider.frontier
        if not frontier.crawl:  # never opened
            frontier.db.close()
            return
        error = None if reason in WELL else reason
        if reason == "finished":  # otherwise what is left is still pending
            for url in spider.asked.keys() - spider.answered:
                frontier.ended(spider.asked[url], Outcome.BROKEN, None, "dropped without an answer")
        try:
            async with READING:
                await asyncio.to_thread(read, frontier.path, spider.hints(), frontier.crawl, self._read)
        except Exception as failure:  # logged, and said in the row; the next run reads them
            logger.exception("The pages of %s could not be read", spider.name)
            error = f"{type(failure).__name__}: {failure}"
        finally:
            frontier.close(error or frontier.silence())

    def _read(self, done: int, total: int) -> None:
        self.crawler.signals.send_catch_log(page_read, done=done, total=total)


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
        downloader = self.crawler.engine.downloader
        downloader.per_slot_settings[host] = {**downloader.per_slot_settings.get(host, {}), "delay": delay}
        if host in downloader.slots:
            downloader.slots[host].delay = delay
        logger.info("%s asks for %s s between two requests", host, delay)
