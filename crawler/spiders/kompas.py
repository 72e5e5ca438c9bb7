"""Kompas.com, its channel on money: where industry and small enterprises are reported."""

from crawler.networks.kompas import KompasChannel


class Kompas(KompasChannel):
    """Kompas.com Money."""

    name = "kompas"
    title = "Kompas.com"
    homepage = "https://money.kompas.com/"
    indexes = ("https://indeks.kompas.com/?site=money&date={date:%Y-%m-%d}&page={page}",)  # 20 a page
