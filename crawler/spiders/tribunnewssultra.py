"""TribunnewsSultra, Kendari."""

from crawler.networks.tribun import Tribun


class TribunnewsSultra(Tribun):
    """Tribun Network's paper of Sulawesi Tenggara."""

    name = "tribunnewssultra"
    title = "TribunnewsSultra"
    homepage = "https://sultra.tribunnews.com/"
    reach = "Sulawesi Tenggara"
    zone = "Asia/Makassar"
    confidence = "low"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "TribunnewsSultra.com")
