"""NTVNews.id, of Nusantara TV."""

from crawler.publisher import PublisherSpider


class NtvNews(PublisherSpider):
    """NTVNews.id."""

    name = "ntvnews"
    title = "NTVNews.id"
    homepage = "https://www.ntvnews.id/"
    network = "NT Corp"
    confidence = "medium"
    checked = "2026-08-17"
    seen = ("https://ntvnews.id/nasional/12345678/makan-bergizi-untuk-anak",)
    site_names = ("NTVNews", "Nusantara TV")
    news_sitemaps = ("{home}sitemap-news.xml",)  # two days
    article_pattern = r"https://(?:www\.)?ntvnews\.id/(?!tag/)[a-z-]+/\d{7,9}/[a-z0-9-]+/?"
