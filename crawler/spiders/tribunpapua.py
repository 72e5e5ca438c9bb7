"""Tribun Papua, Jayapura."""

from crawler.networks.tribun import Tribun


class TribunPapua(Tribun):
    """Tribun Network's paper of Papua."""

    name = "tribunpapua"
    title = "Tribun Papua"
    homepage = "https://papua.tribunnews.com/"
    reach = "Papua"
    zone = "Asia/Jayapura"
    confidence = "medium"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "Tribun-Papua.com", "TribunPapua.com")
