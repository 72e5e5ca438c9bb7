"""The Coordinating Ministry for Economic Affairs."""

from crawler.publisher import PublisherSpider


class Ekon(PublisherSpider):
    """Kementerian Koordinator Bidang Perekonomian: siaran pers."""

    name = "ekon"
    title = "Kemenko Perekonomian"
    homepage = "https://ekon.go.id/"
    network = "Pemerintah"
    confidence = "medium"
    checked = "2026-10-08"
    seen = (
        "https://ekon.go.id/publikasi/detail/7107/industri-tekstil-dan-produk-tekstil-tetap-strategis-pemerintah-dorong-penguatan-daya-saing-dan-investasi",
    )
    site_names = ("Kementerian Koordinator Bidang Perekonomian", "ekon.go.id", "Biro Komunikasi")
    indexes = ("{home}publikasi/1/siaran-pers",)
    article_pattern = r"https://(?:www\.)?ekon\.go\.id/publikasi/detail/\d+/[a-z0-9-]+/?"
