"""Liputan6.com, its channel on business and its regional news."""

from crawler.publisher import PublisherSpider


class Liputan6(PublisherSpider):
    """Liputan6.com."""

    name = "liputan6"
    title = "Liputan6.com"
    homepage = "https://www.liputan6.com/"
    network = "KapanLagi Youniverse"
    confidence = "high"
    checked = "2026-10-03"
    seen = ("https://www.liputan6.com/bisnis/read/5768110/bps-umumkan-indeks-harga-konsumen-oktober-2024-hari-ini",)
    oddity = "writer and editor as links of a header; photographs inside the text, each with its caption"
    site_names = ("Liputan6", "KLY", "Surya Citra Media")
    feeds = (
        "https://feed.liputan6.com/rss/bisnis",
        "https://feed.liputan6.com/rss/jatim",
        "https://feed.liputan6.com/rss/surabaya",
    )
    indexes = ("{home}bisnis/indeks/{date:%Y}/{date:%m}/{date:%d}?page={page}",)  # 24 a page
    article_pattern = r"https://(?:www\.liputan6\.com/[a-z0-9-]+|[a-z]+\.liputan6\.com)/read/\d+/[a-z0-9-]+/?"
