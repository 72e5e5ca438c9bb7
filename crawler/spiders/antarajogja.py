"""ANTARA's bureau in Yogyakarta."""

from crawler.networks.antara import Antara


class AntaraJogja(Antara):
    """ANTARA Yogyakarta."""

    name = "antarajogja"
    title = "ANTARA Yogyakarta"
    homepage = "https://jogja.antaranews.com/"  # feeds by analogy
    reach = "Daerah Istimewa Yogyakarta"
    confidence = "low"
    checked = "2025"
    seen = ("https://jogja.antaranews.com/berita/317278/bpk--transaksi-nontunai-dalam-pengadaan-tekan-korupsi",)
