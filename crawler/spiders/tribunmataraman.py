"""Tribun Mataraman, Kediri and the west of Jawa Timur."""

from crawler.networks.tribun import Tribun


class TribunMataraman(Tribun):
    """Tribun Network's paper of Jawa Timur."""

    name = "tribunmataraman"
    title = "Tribun Mataraman"
    homepage = "https://mataraman.tribunnews.com/"
    reach = "Jawa Timur"
    confidence = "low"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "TribunMataraman.com")
