"""Detik Network (Transmedia): one CMS, a host for each channel.

A new channel: see that {host}/rss and {host}/indeks answer. The slashes of the index's date must be quoted: with plain
"/" every page is page 1 (2026-08). The page's `pubdate` is Jakarta time with a false Z. Machines of GitHub are refused.
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider


class Detik(PublisherSpider):
    """Base of the channels of Detik."""

    network = "Detik Network"
    site_names: ClassVar[tuple[str, ...]] = ("detikcom", "detik.com", "detikFinance", "detikNews", "Trans Media")
    feeds = ("{home}rss",)
    news_sitemaps: ClassVar[tuple[str, ...]] = ("{home}sitemap_news.xml",)
    indexes = ("{home}indeks?date={date:%m/%d/%Y}[&page={page}]",)
    # Galleries and films (foto-bisnis, oto-galeri, detiktv) are numbered as reports are (2017-2025).
    article_pattern = r"{home}(?!foto-|detiktv/|[a-z]+-galeri/)[a-z0-9-]+/d-\d+/[a-z0-9-]+/?"
