"""ANTARA's bureau in Jayapura."""

from crawler.networks.antara import Antara


class AntaraPapua(Antara):
    """ANTARA Papua."""

    name = "antarapapua"
    title = "ANTARA Papua"
    homepage = "https://papua.antaranews.com/"
    reach = "Papua"
    zone = "Asia/Jayapura"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://papua.antaranews.com/berita/737653/pt-freeport-indonesia-kirim-emas-batangan-perdana-senilai-rp207-miliar-ke-antam",
    )
