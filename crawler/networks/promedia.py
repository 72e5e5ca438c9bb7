"""Promedia, and Pikiran Rakyat's network from which it came: one CMS, known by `read__content` and `latest__item`.

A new paper: see that {host}/rss answers, and that addresses are /{channel}/{number}/{slug}, with Pikiran Rakyat
/{channel}/pr-{number}/{slug}. Some of the network ask scripts to prove themselves on their search pages (2026-04).
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider


class Promedia(PublisherSpider):
    """Base of the papers of Promedia and Pikiran Rakyat."""

    network = "Promedia"
    site_names: ClassVar[tuple[str, ...]] = ("Promedia", "Promedia Teknologi Indonesia", "Pikiran Rakyat Media Network")
    feeds: ClassVar[tuple[str, ...]] = ("{home}rss",)
    # The words may be missing (suaramerdeka.com/ekonomi/0416348320/).
    article_pattern = r"{home}(?!tag/)[a-z0-9-]+/(?:pr-)?\d{8,12}/(?:[a-z0-9-]+/?)?"
    all_pages = "?page=all"
