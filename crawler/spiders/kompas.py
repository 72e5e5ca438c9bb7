"""Kompas.com, its channel on money: where industry and small enterprises are reported."""

from crawler.networks.kompas import KompasChannel


class Kompas(KompasChannel):
    """Kompas.com Money."""

    name = "kompas"
    title = "Kompas.com"
    homepage = "https://money.kompas.com/"
    confidence = "high"
    checked = "2026-10-03"
    seen = (
        "https://money.kompas.com/read/2023/11/02/213419026/menhub-bocorkan-penyebab-harga-tiket-pesawat-masih-mahal",
    )
    indexes = ("https://indeks.kompas.com/?site=money&date={date:%Y-%m-%d}&page={page}",)  # 20 a page
