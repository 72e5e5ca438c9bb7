"""ANTARA's bureau in Surabaya."""

from crawler.networks.antara import Antara


class AntaraJatim(Antara):
    """ANTARA Jawa Timur."""

    name = "antarajatim"
    title = "ANTARA Jawa Timur"
    homepage = "https://jatim.antaranews.com/"
    reach = "Jawa Timur"
    confidence = "high"
    checked = "2026-07"
    seen = ("https://jatim.antaranews.com/berita/1081408/",)
