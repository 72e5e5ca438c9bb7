"""ANTARA's bureau in Jambi."""

from crawler.networks.antara import Antara


class AntaraJambi(Antara):
    """ANTARA Jambi."""

    name = "antarajambi"
    title = "ANTARA Jambi"
    homepage = "https://jambi.antaranews.com/"
    reach = "Jambi"
    confidence = "medium"
    checked = "2026"
    seen = ("https://jambi.antaranews.com/berita/656973/menkop-1061-kopdes-merah-putih-siap-serap-produk-desa",)
