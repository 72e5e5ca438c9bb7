"""VIVA and its regional papers (Visi Media Asia): one CMS, a host of viva.co.id for each region.

A new one: open {region}.viva.co.id/indeks and see that its rows link to /{channel}/{number}-{slug}; title and province
from its imprint. The page's time of change is not to be relied on (2026-07).
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider


class Viva(PublisherSpider):
    """Base of VIVA's papers."""

    network = "VIVA"
    site_names: ClassVar[tuple[str, ...]] = ("VIVA", "VIVA.co.id", "viva.co.id", "VIVA Networks")
    indexes = ("{home}indeks",)  # ?page= and "load more" cannot be relied on (2026-07)
    article_pattern = r"{home}(?!tag/)[a-z0-9-]+(?:/[a-z0-9-]+)?/\d+-[a-z0-9-]+/?"
    all_pages = "?page=all"
