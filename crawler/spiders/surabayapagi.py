"""Surabaya Pagi."""

from crawler.publisher import PublisherSpider


class SurabayaPagi(PublisherSpider):
    """A daily of Surabaya; slow, and shy of machines (2026-07)."""

    name = "surabayapagi"
    title = "Surabaya Pagi"
    homepage = "https://surabayapagi.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026-07-13"
    seen = ("https://surabayapagi.com/news-123-ekonomi-surabaya",)
    site_names = ("SURABAYAPAGI.COM", "Harian Surabaya Pagi")
    feeds = ("{home}feed",)
    article_pattern = r"{home}news-\d+-[^/?#]+/?"
