"""Tribun Pantura, Tegal and the north coast."""

from crawler.networks.tribun import Tribun


class TribunPantura(Tribun):
    """Tribun Network's paper of Jawa Tengah."""

    name = "tribunpantura"
    title = "Tribun Pantura"
    homepage = "https://pantura.tribunnews.com/"
    reach = "Jawa Tengah"
    confidence = "low"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "Tribun-Pantura.com")
