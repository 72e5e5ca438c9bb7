"""ANTARA's bureau in Kupang."""

from crawler.networks.antara import Antara


class AntaraNtt(Antara):
    """ANTARA NTT."""

    name = "antarantt"
    title = "ANTARA NTT"
    homepage = "https://kupang.antaranews.com/"
    reach = "Nusa Tenggara Timur"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026"
    seen = ("https://kupang.antaranews.com/berita/146378/emas-antam-turun-rp7000-jadi-rp1587-jutagram",)
