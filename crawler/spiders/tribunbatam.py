"""Tribun Batam, Batam."""

from crawler.networks.tribun import Tribun


class TribunBatam(Tribun):
    """Tribun Network's paper of Kepulauan Riau."""

    name = "tribunbatam"
    title = "Tribun Batam"
    homepage = "https://batam.tribunnews.com/"
    reach = "Kepulauan Riau"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://batam.tribunnews.com/2022/11/01/sosok-pejuang-wisata-batam-kampung-tua-bakau-serip-raih-prestasi-adwi-2022?page=all#google_vignette",
    )
    site_names = (*Tribun.site_names, "TribunBatam.id")
