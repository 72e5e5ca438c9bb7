"""TribunBanyumas, Purwokerto."""

from crawler.networks.tribun import Tribun


class TribunBanyumas(Tribun):
    """Tribun Network's paper of Jawa Tengah."""

    name = "tribunbanyumas"
    title = "TribunBanyumas"
    homepage = "https://banyumas.tribunnews.com/"
    reach = "Jawa Tengah"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://banyumas.tribunnews.com/2024/11/14/duh-15229-anak-di-banyumas-tidak-seolah-ini-yang-dilakukan-pemkab",
    )
    site_names = (*Tribun.site_names, "TribunBanyumas.com")
