"""TribunBanten, Serang."""

from crawler.networks.tribun import Tribun


class TribunBanten(Tribun):
    """Tribun Network's paper of Banten."""

    name = "tribunbanten"
    title = "TribunBanten"
    homepage = "https://banten.tribunnews.com/"
    reach = "Banten"
    confidence = "low"
    checked = "2026-04-26"
    seen = (
        "https://banten.tribunnews.com/2024/07/24/indahnya-situ-cikamuding-wisata-baru-di-lebak-banten-yang-instagramable",
    )
    site_names = (*Tribun.site_names, "TribunBanten.com")
