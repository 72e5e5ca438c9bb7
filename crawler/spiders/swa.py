"""SWA, the magazine on management."""

from crawler.publisher import PublisherSpider


class Swa(PublisherSpider):
    """SWA."""

    name = "swa"
    title = "SWA"
    homepage = "https://swa.co.id/"
    network = "SWA Media"
    confidence = "medium"
    checked = "2026-08-17"
    seen = ("https://swa.co.id/read/457014/indonesia-coffee-festival-2025-dorong-geliat-kopi-nusantara",)
    site_names = ("SWA.co.id", "SWA Online", "Majalah SWA")
    indexes = ("{home}latest?page={page}",)
    article_pattern = r"{home}read/\d+/[a-z0-9-]+/?"
