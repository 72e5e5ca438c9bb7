"""Republika."""

from crawler.publisher import PublisherSpider


class Republika(PublisherSpider):
    """Republika: a host for each channel."""

    name = "republika"
    title = "Republika"
    homepage = "https://www.republika.co.id/"
    network = "Mahaka Media"
    confidence = "high"
    checked = "2026-09-18"
    seen = (
        "https://ekonomi.republika.co.id/berita/st3dh7490/harga-emas-makin-meroket-sekarang-sudah-rp-1742000-per-gram",
    )
    oddity = "JSON-LD names the editor as author; 'Rep: X / Red: Y' is printed"
    site_names = ("REPUBLIKA.CO.ID", "Republika.co.id", "Republika Online", "ROL")
    # robots.txt bars agents called Scrapy and news-please, and /feed/, /search/?q= for all (2026-07-24). Ours has a
    # name of its own, and keeps to the rules for all.
    feeds = ("{home}rss", "{home}rss/ekonomi/")
    sitemaps = ("https://republika.co.id/files/xml/sitemap.xml",)  # flat, of all channels
    indexes = ("https://republika.co.id/index/ekonomi/0",)
    article_pattern = r"https://(?:[a-z]+\.)?republika\.co\.id/berita//?[a-z0-9]{6,14}/[a-z0-9-]+/?"
