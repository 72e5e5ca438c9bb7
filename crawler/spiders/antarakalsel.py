"""ANTARA's bureau in Banjarmasin."""

from crawler.networks.antara import Antara


class AntaraKalsel(Antara):
    """ANTARA Kalimantan Selatan."""

    name = "antarakalsel"
    title = "ANTARA Kalimantan Selatan"
    homepage = "https://kalsel.antaranews.com/"
    reach = "Kalimantan Selatan"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026"
    seen = ("https://kalsel.antaranews.com/berita/480621/polres-hst-ungkap-praktik-beras-oplosan-kemasan-bulog",)
