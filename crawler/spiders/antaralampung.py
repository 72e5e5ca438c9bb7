"""ANTARA's bureau in Bandar Lampung."""

from crawler.networks.antara import Antara


class AntaraLampung(Antara):
    """ANTARA Lampung."""

    name = "antaralampung"
    title = "ANTARA Lampung"
    homepage = "https://lampung.antaranews.com/"
    reach = "Lampung"
    confidence = "high"
    checked = "2026"
    seen = (
        "https://lampung.antaranews.com/berita/737475/tingkatkan-penjualan-bri-lakukan-pendampingian-pengemasan-dan-pemasaran-produk-umkm",
    )
