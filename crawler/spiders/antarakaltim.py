"""ANTARA's bureau in Samarinda."""

from crawler.networks.antara import Antara


class AntaraKaltim(Antara):
    """ANTARA Kalimantan Timur."""

    name = "antarakaltim"
    title = "ANTARA Kalimantan Timur"
    homepage = "https://kaltim.antaranews.com/"
    reach = "Kalimantan Timur"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026"
    seen = ("https://kaltim.antaranews.com/berita/238109/bupati-kukar-sebut-desa-cantik-permudah-rancang-pembangunan",)
