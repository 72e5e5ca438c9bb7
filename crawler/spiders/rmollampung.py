"""RMOL Lampung, Bandar Lampung."""

from crawler.publisher import PublisherSpider


class RmolLampung(PublisherSpider):
    """RMOL's paper of Lampung, on a CMS of its own."""

    name = "rmollampung"
    title = "RMOL Lampung"
    homepage = "https://www.rmollampung.id/"
    network = "RMOL"
    reach = "Lampung"
    confidence = "high"
    checked = "2025"
    seen = ("https://www.rmollampung.id/dana-desa-tubaba-2024-meningkat-rp676-miliar",)
    site_names = ("RMOLLampung", "Kantor Berita RMOLLampung", "Kantor Berita RMOL")
    indexes = ("{home}category/ekonomi?page={page}", "{home}category/daerah?page={page}")
    # The headline's words, straight below the host: four at least, as pages of the imprint have fewer.
    article_pattern = r"{home}(?!pedoman)[a-z0-9]+(?:-[a-z0-9]+){3,}/?"
