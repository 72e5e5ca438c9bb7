"""Solopos, Surakarta."""

from crawler.publisher import PublisherSpider


class Solopos(PublisherSpider):
    """Bisnis Indonesia's daily of Surakarta: a host for some channels."""

    name = "solopos"
    title = "Solopos"
    homepage = "https://www.solopos.com/"
    network = "Bisnis Indonesia Group"
    reach = "Jawa Tengah"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://www.solopos.com/1-500-orang-bersih-bersih-kawasan-sriwedari-solo-alat-berat-ikut-dikerahkan-1464928",
    )
    site_names = ("Solopos.com", "SOLOPOS.COM", "JIBI")
    feeds = ("{home}feed",)
    article_pattern = r"https://[a-z]+\.solopos\.com/[a-z0-9-]+-\d{5,8}/?"
