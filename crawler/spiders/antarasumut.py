"""ANTARA's bureau in Medan."""

from crawler.networks.antara import Antara


class AntaraSumut(Antara):
    """ANTARA Sumatera Utara."""

    name = "antarasumut"
    title = "ANTARA Sumatera Utara"
    homepage = "https://sumut.antaranews.com/"
    reach = "Sumatera Utara"
    confidence = "high"
    checked = "2026"
    seen = (
        "https://sumut.antaranews.com/berita/483529/sumatera-utara-ekspor-pakan-ternak-dari-limbah-jagung-ke-korea-selatan",
    )
