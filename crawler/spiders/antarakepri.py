"""ANTARA's bureau in Batam."""

from crawler.networks.antara import Antara


class AntaraKepri(Antara):
    """ANTARA Kepulauan Riau."""

    name = "antarakepri"
    title = "ANTARA Kepulauan Riau"
    homepage = "https://kepri.antaranews.com/"
    reach = "Kepulauan Riau"
    confidence = "medium"
    checked = "2026"
    seen = ("https://kepri.antaranews.com/berita/235673/harga-emas-antam-selasa-ini-melonjak-tembus-rp21-jutagram",)
