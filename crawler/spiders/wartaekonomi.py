"""Warta Ekonomi."""

from crawler.publisher import PublisherSpider


class WartaEkonomi(PublisherSpider):
    """Warta Ekonomi, the magazine on business."""

    name = "wartaekonomi"
    title = "Warta Ekonomi"
    homepage = "https://wartaekonomi.co.id/"
    confidence = "medium"
    checked = "2026-07"
    seen = ("https://wartaekonomi.co.id/read66666/badan-gizi-nasional-resmi",)
    oddity = "articlePostContent with advertisements of class adInArticle and links 'Baca Juga' between paragraphs"
    site_names = ("WE Online", "WartaEkonomi.co.id", "Warta Ekonomi Online")
    indexes = ("{home}indeks/{date:%Y%m%d}?page={page}",)  # back to 2025-01
    article_pattern = r"https://(?:www\.)?wartaekonomi\.co\.id/read\d+/[a-z0-9-]+/?"
