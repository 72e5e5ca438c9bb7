"""Jawa Pos' regional papers, most of them called Radar: one CMS, a host of jawapos.com for each.

A new one: its host from the menu of jawapos.com, and see that /rss answers; /feed/ was the address on WordPress, before
2023. Addresses are /{channel}/{number}/{slug}, as Promedia's. /search is barred on jawapos.com (2026-07).
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider


class RadarJawaPos(PublisherSpider):
    """Base of Jawa Pos' regional papers."""

    network = "Jawa Pos"
    site_names: ClassVar[tuple[str, ...]] = ("Jawa Pos", "JawaPos.com", "Jawa Pos Radar")
    feeds: ClassVar[tuple[str, ...]] = ("{home}rss",)
    article_pattern = r"{home}(?!tag/)[a-z0-9-]+/\d{8,10}/[a-z0-9-]+/?"
    all_pages = "?page=all"
