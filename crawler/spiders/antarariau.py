"""ANTARA's bureau in Pekanbaru."""

from crawler.networks.antara import Antara


class AntaraRiau(Antara):
    """ANTARA Riau."""

    name = "antarariau"
    title = "ANTARA Riau"
    homepage = "https://riau.antaranews.com/"
    reach = "Riau"
    confidence = "medium"
    checked = "2026"
    seen = ("https://riau.antaranews.com/berita/360585/sistem-informasi-satu-unri-digaungkan",)
