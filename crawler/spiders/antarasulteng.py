"""ANTARA's bureau in Palu."""

from crawler.networks.antara import Antara


class AntaraSulteng(Antara):
    """ANTARA Sulawesi Tengah."""

    name = "antarasulteng"
    title = "ANTARA Sulawesi Tengah"
    homepage = "https://sulteng.antaranews.com/"
    reach = "Sulawesi Tengah"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://sulteng.antaranews.com/berita/309027/tingkatkan-kualitas-hasil-verifikasi-klaim-melalui-aplikasi-vibi",
    )
