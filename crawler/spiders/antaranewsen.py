"""ANTARA in English."""

from crawler.networks.antara import Antara


class AntaraNewsEn(Antara):
    """ANTARA's English edition."""

    name = "antaranewsen"
    title = "ANTARA News (English)"
    homepage = "https://en.antaranews.com/"
    language = "en"
    confidence = "medium"
    checked = "2026"
    seen = ("https://en.antaranews.com/news/392109/ministry-guarantees-stable-rice-price-ahead-of-year-end-holidays",)
    oddity = "English: 'Reporter:' and 'Editor:' at the end, 'Related news:' between"
    feeds = ("{home}rss/news.xml", "{home}rss/economy.xml")
    indexes = ()
    article_pattern = r"{home}news/\d+/[a-z0-9-]+/?"
