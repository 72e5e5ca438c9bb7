"""NusaBali, Denpasar."""

from crawler.publisher import PublisherSpider


class NusaBali(PublisherSpider):
    """A daily of Bali."""

    name = "nusabali"
    title = "NusaBali"
    homepage = "https://www.nusabali.com/"
    reach = "Bali"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-07"
    seen = ("https://www.nusabali.com/berita/225365/pria-mabuk-di-desa-keramas-diamankan-polisi",)
    oddity = "schema.org in attributes of the page in place of JSON-LD"
    site_names = ("NusaBali.com", "NUSABALI.com")
    indexes = ("{home}",)
    article_pattern = r"https://(?:www\.)?nusabali\.com/berita/\d+/[a-z0-9-]+/?"
