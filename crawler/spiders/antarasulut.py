"""ANTARA's bureau in Manado."""

from crawler.networks.antara import Antara


class AntaraSulut(Antara):
    """ANTARA Sulawesi Utara."""

    name = "antarasulut"
    title = "ANTARA Sulawesi Utara"
    homepage = "https://manado.antaranews.com/"  # feeds by analogy
    reach = "Sulawesi Utara"
    zone = "Asia/Makassar"
    confidence = "low"
    checked = "2025"
    seen = ("https://manado.antaranews.com/berita/298329/bi-tingkatkan-sinergi-jaga-stabilitas-harga-pangan",)
