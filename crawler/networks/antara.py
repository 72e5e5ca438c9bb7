"""ANTARA, the national news agency, and its bureaus in the provinces: one CMS, each a host of antaranews.com.

A new bureau: its host from the menu "Daerah" of the main site (Sulawesi Selatan is makassar., NTT kupang., Sulawesi
Utara manado., Maluku ambon.), and see that /rss/terkini.xml answers. Bureaus reprint the wire: expect duplicates.
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider


class Antara(PublisherSpider):
    """Base of ANTARA's bureaus."""

    network = "ANTARA"
    site_names: ClassVar[tuple[str, ...]] = ("ANTARA", "Antara", "ANTARA News", "antaranews.com")
    feeds: ClassVar[tuple[str, ...]] = (
        "{home}rss/terkini.xml",
        "{home}rss/ekonomi.xml",
    )  # some items leave <link> empty: <guid> is read then
    indexes: ClassVar[tuple[str, ...]] = ("{home}ekonomi[/{page}]",)
    article_pattern = r"{home}berita/\d+(?:/[a-z0-9-]*)?/?"
