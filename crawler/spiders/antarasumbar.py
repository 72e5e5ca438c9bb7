"""ANTARA's bureau in Padang."""

from crawler.networks.antara import Antara


class AntaraSumbar(Antara):
    """ANTARA Sumatera Barat."""

    name = "antarasumbar"
    title = "ANTARA Sumatera Barat"
    homepage = "https://sumbar.antaranews.com/"
    reach = "Sumatera Barat"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://sumbar.antaranews.com/berita/754899/keripik-sanjai-bukittinggi-laris-manis-selama-libur-lebaran-2026",
    )
