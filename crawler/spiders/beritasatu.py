"""BeritaSatu."""

from crawler.publisher import PublisherSpider


class BeritaSatu(PublisherSpider):
    """BeritaSatu."""

    name = "beritasatu"
    title = "BeritaSatu"
    homepage = "https://www.beritasatu.com/"
    network = "B-Universe"
    confidence = "high"
    checked = "2026-07-24"
    seen = ("https://www.beritasatu.com/nasional/3013541/anak-indonesia-dilindungi-jaminan-kesehatan-nasional",)
    oddity = "'BACA JUGA' and a headline of class h2 in a box inside the text"
    site_names = ("Beritasatu.com", "BeritaSatu.com", "Berita Satu Media", "Investor Daily")
    # /tag/ and /search/ are barred; the content network answers 403 to bare libraries (2026-07-24).
    news_sitemaps = ("{home}sitemap/ekonomi/news.xml", "{home}sitemap/nasional/news.xml")
    indexes = ("{home}ekonomi/indeks[/{page}]",)  # seven pages at most
    article_pattern = r"https://(?:www\.)?beritasatu\.com/(?!tag/)[a-z-]+/\d+/[a-z0-9-]+/?"
