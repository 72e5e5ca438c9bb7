"""The one thing that comes out of a spider: a received page, kept with its visit in one transaction."""

from typing import Self

from scrapy.crawler import Crawler

from crawler.frontier import Received


class Pages:
    """Writes each page into articles.db. What is on it is read afterwards, from there (crawler.reading)."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_item(self, item: Received) -> Received:
        """Keep the page, its visit and the parts found on it."""
        self.crawler.spider.frontier.received(item)  # type: ignore[union-attr]
        return item
