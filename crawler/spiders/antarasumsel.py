"""ANTARA's bureau in Palembang."""

from crawler.networks.antara import Antara


class AntaraSumsel(Antara):
    """ANTARA Sumatera Selatan."""

    name = "antarasumsel"
    title = "ANTARA Sumatera Selatan"
    homepage = "https://sumsel.antaranews.com/"
    reach = "Sumatera Selatan"
    confidence = "medium"
    checked = "2026"
    seen = ("https://sumsel.antaranews.com/berita/782821/harga-emas-perhiasan-di-palembang-rp10700000-per-suku",)
