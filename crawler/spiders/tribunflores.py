"""TribunFlores, Maumere."""

from crawler.networks.tribun import Tribun


class TribunFlores(Tribun):
    """Tribun Network's paper of Nusa Tenggara Timur."""

    name = "tribunflores"
    title = "TribunFlores"
    homepage = "https://flores.tribunnews.com/"
    reach = "Nusa Tenggara Timur"
    zone = "Asia/Makassar"
    confidence = "low"
    checked = "2026-04-26"
    seen = ("https://flores.tribunnews.com/2024/01/24/wisata-flores-bukit-watunariwowo-bukit-avatar-di-bajawa-ngada",)
    site_names = (*Tribun.site_names, "TribunFlores.com")
