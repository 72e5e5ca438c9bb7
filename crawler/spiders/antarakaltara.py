"""ANTARA's bureau in Tarakan."""

from crawler.networks.antara import Antara


class AntaraKaltara(Antara):
    """ANTARA Kalimantan Utara."""

    name = "antarakaltara"
    title = "ANTARA Kalimantan Utara"
    homepage = "https://kaltara.antaranews.com/"
    reach = "Kalimantan Utara"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026"
    seen = ("https://kaltara.antaranews.com/berita/522945",)
