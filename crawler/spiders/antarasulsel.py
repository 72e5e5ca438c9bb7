"""ANTARA's bureau in Makassar."""

from crawler.networks.antara import Antara


class AntaraSulsel(Antara):
    """ANTARA Sulawesi Selatan."""

    name = "antarasulsel"
    title = "ANTARA Sulawesi Selatan"
    homepage = "https://makassar.antaranews.com/"  # sulsel.antaranews.com does not exist (2026)
    reach = "Sulawesi Selatan"
    zone = "Asia/Makassar"
    confidence = "high"
    checked = "2026"
    seen = ("https://makassar.antaranews.com/berita/589609/harga-emas-antam-hari-ini-tetap-rp1904-juta-per-gram",)
