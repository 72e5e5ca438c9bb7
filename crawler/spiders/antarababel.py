"""ANTARA's bureau in Pangkalpinang."""

from crawler.networks.antara import Antara


class AntaraBabel(Antara):
    """ANTARA Bangka Belitung."""

    name = "antarababel"
    title = "ANTARA Bangka Belitung"
    homepage = "https://babel.antaranews.com/"
    reach = "Kepulauan Bangka Belitung"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://babel.antaranews.com/berita/558883/umkm-kopi-babel-dari-tren-gaya-hidup-menuju-pilar-ekonomi-daerah",
    )
