"""Merdeka.com."""

from crawler.publisher import PublisherSpider


class Merdeka(PublisherSpider):
    """Merdeka.com: its channel on money, and what happens."""

    name = "merdeka"
    title = "Merdeka.com"
    homepage = "https://www.merdeka.com/"
    network = "KapanLagi Youniverse"
    confidence = "high"
    checked = "2026-07-24"
    seen = (
        "https://www.merdeka.com/uang/indeks-kesiapan-digital-umkm-di-jabodetabek-masih-tahap-menengah-ini-penyebabnya.html",
    )
    oddity = "JSON-LD has no author, meta author has; 'Reporter: X Sumber: Y' closes the text"
    site_names = ("Merdeka", "merdeka.com", "KLY")
    # robots.txt bars every address with "?", and those with "index" in them (2026-07-24): no paging, no dated lists.
    feeds = ("{home}feed/",)
    news_sitemaps = ("{home}uang/sitemap.xml", "{home}peristiwa/sitemap.xml")
    indexes = ("{home}uang",)
    article_pattern = r"{home}(?!tag/)[a-z0-9-]+/(?:read/\d+/[a-z0-9-]+|[a-z0-9-]+\.html)/?"
