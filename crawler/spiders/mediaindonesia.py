"""Media Indonesia."""

from crawler.publisher import PublisherSpider


class MediaIndonesia(PublisherSpider):
    """Media Group's daily."""

    name = "mediaindonesia"
    title = "Media Indonesia"
    homepage = "https://mediaindonesia.com/"
    network = "Media Group"
    confidence = "high"
    checked = "2026-08"
    seen = (
        "https://mediaindonesia.com/ekonomi/851796/dari-petani-hingga-pendidik-bangsa-begini-pesan-kuat-di-wisuda-igi-school-of-economics-jakarta-2025",
    )
    oddity = "meta author is 'mediaindonesia.com developer'; initials of the desk close the text: (E-3)"
    site_names = ("mediaindonesia.com", "MI", "Media Group Network")
    news_sitemaps = ("{home}sitemap-news.xml",)
    feeds = ("{home}feed",)
    indexes = ("{home}ekonomi",)  # older ones at /ekonomi/20/40: offset and number
    article_pattern = r"{home}(?!tag/)[a-z-]+/\d{5,8}/[a-z0-9-]*[a-z][a-z0-9-]*/?"
