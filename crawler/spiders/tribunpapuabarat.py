"""TribunPapuaBarat, Manokwari."""

from crawler.networks.tribun import Tribun


class TribunPapuaBarat(Tribun):
    """Tribun Network's paper of Papua Barat."""

    name = "tribunpapuabarat"
    title = "TribunPapuaBarat"
    homepage = "https://papuabarat.tribunnews.com/"
    reach = "Papua Barat"
    zone = "Asia/Jayapura"
    confidence = "low"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "TribunPapuaBarat.com")
