"""ANTARA's bureau in Manokwari."""

from crawler.networks.antara import Antara


class AntaraPapuaBarat(Antara):
    """ANTARA Papua Barat."""

    name = "antarapapuabarat"
    title = "ANTARA Papua Barat"
    homepage = "https://papuabarat.antaranews.com/"
    reach = "Papua Barat"
    zone = "Asia/Jayapura"
    confidence = "medium"
    checked = "2026"
    seen = ("https://papuabarat.antaranews.com/berita/19361/papua-barat-siap-pamerkan-capaian-otsus-di-fordasi-2022",)
