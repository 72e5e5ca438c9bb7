"""Tribun Jogja, Yogyakarta."""

from crawler.networks.tribun import Tribun


class TribunJogja(Tribun):
    """Tribun Network's paper of Daerah Istimewa Yogyakarta."""

    name = "tribunjogja"
    title = "Tribun Jogja"
    homepage = "https://jogja.tribunnews.com/"
    reach = "Daerah Istimewa Yogyakarta"
    confidence = "medium"
    checked = "2026-04-26"
    seen = ("https://jogja.tribunnews.com/2019/01/09/uny-kembali-raih-penghargaan-inkubator-bisnis-berprestasi",)
    site_names = (*Tribun.site_names, "TribunJogja.com")
