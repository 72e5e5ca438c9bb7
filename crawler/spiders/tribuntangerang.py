"""TribunTangerang, Tangerang."""

from crawler.networks.tribun import Tribun


class TribunTangerang(Tribun):
    """Tribun Network's paper of Banten."""

    name = "tribuntangerang"
    title = "TribunTangerang"
    homepage = "https://tangerang.tribunnews.com/"
    reach = "Banten"
    confidence = "low"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "TribunTangerang.com")
