"""ANTARA's bureau in Bogor, for the towns around Jakarta."""

from crawler.networks.antara import Antara


class AntaraMegapolitan(Antara):
    """ANTARA Megapolitan."""

    name = "antaramegapolitan"
    title = "ANTARA Megapolitan"
    homepage = "https://megapolitan.antaranews.com/"  # feeds by analogy
    reach = "Jawa Barat"
    confidence = "low"
    checked = "2025"
    seen = (
        "https://megapolitan.antaranews.com/berita/380809/dua-hari-jelang-lebaran-harga-emas-melonjak-hingga-rp21000",
    )
