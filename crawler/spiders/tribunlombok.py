"""TribunLombok, Mataram."""

from crawler.networks.tribun import Tribun


class TribunLombok(Tribun):
    """Tribun Network's paper of Nusa Tenggara Barat."""

    name = "tribunlombok"
    title = "TribunLombok"
    homepage = "https://lombok.tribunnews.com/"  # mataram.tribunnews.com shows the same paper (2026-04)
    reach = "Nusa Tenggara Barat"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "TribunLombok.com")
