"""ANTARA's bureau in Bengkulu."""

from crawler.networks.antara import Antara


class AntaraBengkulu(Antara):
    """ANTARA Bengkulu."""

    name = "antarabengkulu"
    title = "ANTARA Bengkulu"
    homepage = "https://bengkulu.antaranews.com/"
    reach = "Bengkulu"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://bengkulu.antaranews.com/berita/309903/dprd-dorong-pemkot-bengkulu-cari-solusi-atasi-lahan-petani-kekeringan",
    )
