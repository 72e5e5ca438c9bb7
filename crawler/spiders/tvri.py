"""TVRI News, of the public television."""

from crawler.publisher import PublisherSpider


class Tvri(PublisherSpider):
    """TVRI News: a host for each channel."""

    name = "tvri"
    title = "TVRI News"
    homepage = "https://www.tvrinews.com/"
    confidence = "medium"
    checked = "2026-08-17"
    seen = ("https://ekonomi.tvrinews.com/berita/t6nogk2-pihps-harga-bawang-merah-dan-cabai-kompak-turun",)
    site_names = ("TVRINews", "TVRINews.com", "TVRI")
    news_sitemaps = (
        "https://ekonomi.tvrinews.com/sitemap/news.xml",
        "https://nasional.tvrinews.com/sitemap/news.xml",
        "https://daerah.tvrinews.com/sitemap/news.xml",
    )
    article_pattern = r"https://[a-z]+\.tvrinews\.com/berita/[a-z0-9]{6,8}-[a-z0-9-]+/?"
