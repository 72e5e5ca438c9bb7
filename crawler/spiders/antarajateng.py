"""ANTARA's bureau in Semarang."""

from crawler.networks.antara import Antara


class AntaraJateng(Antara):
    """ANTARA Jawa Tengah."""

    name = "antarajateng"
    title = "ANTARA Jawa Tengah"
    homepage = "https://jateng.antaranews.com/"
    reach = "Jawa Tengah"
    confidence = "high"
    checked = "2026-07"
    seen = ("https://jateng.antaranews.com/berita/613897/bank-jateng-masifkan-qris-daerah-dukung-purworejo-digital",)
