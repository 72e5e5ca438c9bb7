"""ANTARA's bureau in Palangka Raya."""

from crawler.networks.antara import Antara


class AntaraKalteng(Antara):
    """ANTARA Kalimantan Tengah."""

    name = "antarakalteng"
    title = "ANTARA Kalimantan Tengah"
    homepage = "https://kalteng.antaranews.com/"
    reach = "Kalimantan Tengah"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://kalteng.antaranews.com/berita/438640/menjaga-ketahanan-pangan-di-masa-pandemi-melalui-diversifikasi",
    )
