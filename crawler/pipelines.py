"""What comes out of a spider: a received page, kept with its visit in one transaction, and then its article."""

import logging
import sqlite3
from typing import Self

from scrapy.crawler import Crawler

from crawler.publisher import page_read
from crawler.shelf import Read, put
from crawler.store import transaction
from crawler.visits import Received

logger = logging.getLogger(__name__)


class Pages:
    """Writes each page into articles.db. Articles of several pages are read at the end of the run (crawler.reading)."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_item(self, item: Received | Read) -> Received | Read:
        """Keep the page, its visit and the parts found on it; and its article, where it has been read already."""
        spider = self.crawler.spider
        frontier = spider.frontier  # type: ignore[union-attr]
        if not isinstance(item, Read):
            frontier.received(item)
            return item
        try:
            with transaction(frontier.db):
                frontier.received(item.page)
                put(frontier.db, item.group(frontier.publisher.name), item.reading, frontier.crawl)
        except sqlite3.Error:  # the page waits: the end of the run reads it, and its row says what is wrong
            logger.exception("The article of %s could not be written", item.page.visit.url)
            frontier.received(item.page)
            return item
        spider.read += 1  # type: ignore[union-attr]
        self.crawler.signals.send_catch_log(page_read, done=spider.read, total=spider.read)  # type: ignore[union-attr]
        return item
