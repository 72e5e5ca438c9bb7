"""Tribun Pekanbaru, Pekanbaru."""

from crawler.networks.tribun import Tribun


class TribunPekanbaru(Tribun):
    """Tribun Network's paper of Riau."""

    name = "tribunpekanbaru"
    title = "Tribun Pekanbaru"
    homepage = "https://pekanbaru.tribunnews.com/"
    reach = "Riau"
    confidence = "medium"
    checked = "2026-04-26"
    seen = ("https://pekanbaru.tribunnews.com/2015/02/11/pemburu-gajah-ditangkap-bawa-gading-ratusan-juta-rupiah",)
    site_names = (*Tribun.site_names, "TribunPekanbaru.com")
