"""ANTARA's bureau in Denpasar."""

from crawler.networks.antara import Antara


class AntaraBali(Antara):
    """ANTARA Bali."""

    name = "antarabali"
    title = "ANTARA Bali"
    homepage = "https://bali.antaranews.com/"
    reach = "Bali"
    zone = "Asia/Makassar"
    confidence = "high"
    checked = "2026"
    seen = (
        "https://bali.antaranews.com/berita/410161/18-bidang-usaha-dengan-penanaman-modal-asing-pma-di-bali-ditutup-demi-jaga-usaha-lokal",
    )
