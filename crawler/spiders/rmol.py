"""RMOL, Rakyat Merdeka Online."""

from crawler.publisher import PublisherSpider


class Rmol(PublisherSpider):
    """RMOL; its regional papers have hosts of their own."""

    name = "rmol"
    title = "RMOL"
    homepage = "https://rmol.id/"
    network = "RMOL"
    confidence = "medium"
    checked = "2026-05"
    seen = ("https://rmol.id/politik/read/2025/07/25/674027/pks-perkuat-kaderisasi-dan-pelayanan-publik",)
    oddity = "the text stands in #fontResizableText, with banners and rules of class space-* between"
    site_names = ("RMOL.ID", "Kantor Berita Politik RMOL", "Kantor Berita RMOL", "Rakyat Merdeka Online")
    indexes = ("{home}",)
    article_pattern = r"https://(?:www\.)?rmol\.id/(?:[a-z0-9-]+/)?read/\d{4}/\d{2}/\d{2}/\d+/[a-z0-9-]+/?"
