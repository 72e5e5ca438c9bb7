"""TribunBekasi, Bekasi."""

from crawler.networks.tribun import Tribun


class TribunBekasi(Tribun):
    """Tribun Network's paper of Jawa Barat."""

    name = "tribunbekasi"
    title = "TribunBekasi"
    homepage = "https://bekasi.tribunnews.com/"
    reach = "Jawa Barat"
    confidence = "low"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "TribunBekasi.com")
