"""Suara.com."""

from crawler.publisher import PublisherSpider


class Suara(PublisherSpider):
    """Suara.com: a host for some provinces."""

    name = "suara"
    title = "Suara.com"
    homepage = "https://www.suara.com/"
    network = "Arkadia Digital Media"
    confidence = "medium"
    checked = "2026-08-17"
    seen = ("https://lampung.suara.com/read/2024/04/08/134919/gas-elpiji-3-kg-langka-warga-lampung-timur-menjerit",)
    site_names = ("Suara", "suara.com", "SuaraJatim.id", "Arkadia")
    feeds = ("{home}rss/bisnis", "{home}rss/news")
    article_pattern = r"https://(?:[a-z]+\.)?suara\.com/(?:[a-z-]+|read)/\d{4}/\d{2}/\d{2}/\d{6}/[a-z0-9-]+/?"
