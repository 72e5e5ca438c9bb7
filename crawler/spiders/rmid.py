"""RM.ID, of the daily Rakyat Merdeka."""

from crawler.publisher import PublisherSpider


class RmId(PublisherSpider):
    """RM.ID."""

    name = "rmid"
    title = "RM.ID"
    homepage = "https://rm.id/"
    network = "Rakyat Merdeka"
    confidence = "medium"
    checked = "2026-04-24"
    seen = (
        "https://rm.id/baca-berita/ekonomi-bisnis/217062/menuju-kota-yang-lebih-bersih-inovasi-transportasi-ramah-lingkungan",
    )
    site_names = ("RM.id", "Rakyat Merdeka")
    indexes = ("{home}[page/{page}/]",)
    article_pattern = r"{home}baca-berita/[a-z0-9-]+/\d+/[a-z0-9-]+/?"
