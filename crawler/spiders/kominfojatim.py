"""The information office of Jawa Timur."""

from crawler.publisher import PublisherSpider


class KominfoJatim(PublisherSpider):
    """Dinas Komunikasi dan Informatika Provinsi Jawa Timur: Jatim Newsroom."""

    name = "kominfojatim"
    title = "Kominfo Jawa Timur"
    homepage = "https://kominfo.jatimprov.go.id/"
    network = "Pemerintah"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026-06"
    seen = (
        "https://kominfo.jatimprov.go.id/berita/plt-bupati-ponorogo-lisdyarita-kukuhkan-100-volunteer-grebeg-suro-2026",
    )
    site_names = ("Jatim Newsroom", "Dinas Kominfo Jatim", "Kominfo Jatim")
    indexes = ("{home}berita",)  # inferred from the addresses of articles
    article_pattern = r"{home}berita/[a-z0-9-]+/?"
