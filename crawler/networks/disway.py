"""Disway's regional papers (Dahlan Iskan): one CMS, a host of disway.id for each.

A new one: see that {host}/rss, or {host}/rss/{channel}, answers. An article of several pages goes on at /15, /30 …: the
number counts paragraphs.
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider


class Disway(PublisherSpider):
    """Base of Disway's papers."""

    network = "Disway"
    site_names: ClassVar[tuple[str, ...]] = ("Disway", "disway.id", "Disway National Network")
    feeds: ClassVar[tuple[str, ...]] = ("{home}rss",)
    article_pattern = r"{home}(?:[a-z-]+/)?read/\d+/[a-z0-9-]+/?"
