"""Kompas.com's pages on Surabaya and Jawa Timur."""

from crawler.networks.kompas import KompasChannel


class KompasSurabaya(KompasChannel):
    """Kompas.com Surabaya."""

    name = "kompassurabaya"
    title = "Kompas.com Surabaya"
    homepage = "https://surabaya.kompas.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026-10-03"
    seen = (
        "https://surabaya.kompas.com/read/2023/08/09/052900478/temuan-40-kk-dalam-1-domisili-di-surabaya-dan-digantinya-kadinas-dukcapil",
    )
    # The index has one list for all regions; the pattern keeps those of this host.
    indexes = ("https://indeks.kompas.com/?site=regional&date={date:%Y-%m-%d}&page={page}",)
