"""TribunJakarta, Jakarta."""

from crawler.networks.tribun import Tribun


class TribunJakarta(Tribun):
    """Tribun Network's paper of DKI Jakarta."""

    name = "tribunjakarta"
    title = "TribunJakarta"
    homepage = "https://jakarta.tribunnews.com/"
    reach = "DKI Jakarta"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://jakarta.tribunnews.com/2021/11/19/startup-lokal-ciptakan-teknologi-pantau-kesehatan-dan-turunkan-insiden-kecelakaan-kerja",
    )
    site_names = (*Tribun.site_names, "TribunJakarta.com")
