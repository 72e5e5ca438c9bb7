"""TribunPadang, Padang."""

from crawler.networks.tribun import Tribun


class TribunPadang(Tribun):
    """Tribun Network's paper of Sumatera Barat."""

    name = "tribunpadang"
    title = "TribunPadang"
    homepage = "https://padang.tribunnews.com/"
    reach = "Sumatera Barat"
    confidence = "medium"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "TribunPadang.com")
