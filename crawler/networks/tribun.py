"""Tribun Network (KG Media): some fifty regional papers on one CMS, each a host of tribunnews.com.

A new one: open its host's sitemap.xml and see that it names `{section}/sitemap-news.xml`; title and province from its
imprint, the zone from its province. /rss is of no use: every <link> there is the home page (2026-07). Tag, topic and
search pages are barred by robots.txt; the content network in front answers 403 to the names of bare libraries.
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider


class Tribun(PublisherSpider):
    """Base of the papers of Tribun Network."""

    network = "Tribun Network"
    site_names: ClassVar[tuple[str, ...]] = ("Tribunnews", "Tribunnews.com", "TRIBUNNEWS.COM", "Kompas Gramedia")
    # Names one news sitemap a section, about 100 entries each; written with "-" on www, with "_" on kaltara (2026).
    news_sitemaps = ("{home}sitemap.xml",)
    sitemap_pattern = r"(?<!/iklan-online)/sitemap[-_]news\.xml$"  # "online advertisement" is a section like others
    indexes = ("{home}index-news?page={page}",)  # pages past 10 repeat page 10 (www, 2026-07)
    # Until autumn 2025 /2025/06/08/slug, on www behind a section; after that /section/1920867/slug.
    article_pattern = r"{home}(?:[a-z0-9-]+/\d{5,9}|(?:[a-z0-9-]+/)?20\d\d/\d\d/\d\d)/[a-z0-9-]+/?"
    all_pages = "?page=all"
