"""TribunPalu, Palu."""

from crawler.networks.tribun import Tribun


class TribunPalu(Tribun):
    """Tribun Network's paper of Sulawesi Tengah."""

    name = "tribunpalu"
    title = "TribunPalu"
    homepage = "https://palu.tribunnews.com/"
    reach = "Sulawesi Tengah"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "TribunPalu.com")
