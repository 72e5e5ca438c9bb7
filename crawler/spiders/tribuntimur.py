"""Tribun Timur, Makassar."""

from crawler.networks.tribun import Tribun


class TribunTimur(Tribun):
    """Tribun Network's paper of Sulawesi Selatan."""

    name = "tribuntimur"
    title = "Tribun Timur"
    homepage = "https://makassar.tribunnews.com/"
    reach = "Sulawesi Selatan"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://makassar.tribunnews.com/2020/12/06/anak-muda-di-wajo-buat-aplikasi-allirita-sebuah-upaya-merawat-tradisi-lisan?page=2",
    )
    site_names = (*Tribun.site_names, "Tribun-Timur.com", "TRIBUN-TIMUR.COM")
