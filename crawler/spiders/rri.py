"""RRI, the public radio."""

from crawler.publisher import PublisherSpider


class Rri(PublisherSpider):
    """Radio Republik Indonesia: its stations are sections. Many items are very short."""

    name = "rri"
    title = "RRI"
    homepage = "https://rri.co.id/"
    confidence = "medium"
    checked = "2026-08-17"
    seen = ("https://rri.co.id/daerah/1289413/sepanjang-2024-produksi-pangan-kabupaten-pringsewu-meningkat",)
    oddity = "datelines 'KBRN, City:' and 'RRI.CO.ID, City -'; the writer stands as 'Oleh - X'"
    site_names = ("RRI.CO.ID", "KBRN", "Radio Republik Indonesia")
    indexes = ("{home}",)
    article_pattern = r"https://(?:www\.)?rri\.co\.id/(?:index\.php/)?(?!tag/)(?:[a-z0-9-]+/){1,3}\d+/[a-z0-9-]+/?"
