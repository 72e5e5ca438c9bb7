"""ANTARA's bureau in Bandung."""

from crawler.networks.antara import Antara


class AntaraJabar(Antara):
    """ANTARA Jawa Barat."""

    name = "antarajabar"
    title = "ANTARA Jawa Barat"
    homepage = "https://jabar.antaranews.com/"
    reach = "Jawa Barat"
    confidence = "high"
    checked = "2026-07"
    seen = (
        "https://jabar.antaranews.com/berita/566641/pemerintah-resmi-memperpanjang-masa-berlaku-pph-final-05-persen-bagi-umkm",
    )
