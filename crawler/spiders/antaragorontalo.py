"""ANTARA's bureau in Gorontalo."""

from crawler.networks.antara import Antara


class AntaraGorontalo(Antara):
    """ANTARA Gorontalo."""

    name = "antaragorontalo"
    title = "ANTARA Gorontalo"
    homepage = "https://gorontalo.antaranews.com/"
    reach = "Gorontalo"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://gorontalo.antaranews.com/berita/108706/sekda-gorontalo-utara-salurkan-bantuan-ke-pelaku-sektor-informal",
    )
