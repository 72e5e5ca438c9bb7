"""Kompas.com (KG Media): one CMS, a host for each channel and for some cities.

A new channel: see that {host}/sitemap.xml answers, and under which `site=` indeks.kompas.com lists it. The feeds are
dead (2026-07). Times in the page's meta data are UTC; the number in an address begins with the hour and minute in WIB.
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider


class KompasChannel(PublisherSpider):
    """Base of the channels of Kompas.com."""

    network = "Kompas.com"
    site_names: ClassVar[tuple[str, ...]] = (
        "KOMPAS.com",
        "Kompas.com",
        "Kompas",
        "Kompas Cyber Media",
        "Kompas Gramedia",
    )
    news_sitemaps = ("{home}sitemap.xml",)
    article_pattern = r"{home}read/20\d\d/\d\d/\d\d/\d{8,10}/[A-Za-z0-9.-]+/?"
    all_pages = "?page=all"
