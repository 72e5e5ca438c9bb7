"""ANTARA's bureau in Kendari."""

from crawler.networks.antara import Antara


class AntaraSultra(Antara):
    """ANTARA Sulawesi Tenggara."""

    name = "antarasultra"
    title = "ANTARA Sulawesi Tenggara"
    homepage = "https://sultra.antaranews.com/"
    reach = "Sulawesi Tenggara"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://sultra.antaranews.com/berita/529574/pelabuhan-torobulu-konsel-siapkan-empat-kapal-feri-layani-mudik-2026",
    )
