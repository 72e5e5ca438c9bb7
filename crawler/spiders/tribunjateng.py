"""Tribun Jateng, Semarang."""

from crawler.networks.tribun import Tribun


class TribunJateng(Tribun):
    """Tribun Network's paper of Jawa Tengah."""

    name = "tribunjateng"
    title = "Tribun Jateng"
    homepage = "https://jateng.tribunnews.com/"
    reach = "Jawa Tengah"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://jateng.tribunnews.com/2024/11/05/prabowo-dan-jokowi-dukung-penuh-luthfi-yasin-untuk-jawa-tengah-terintegrasi",
    )
    site_names = (*Tribun.site_names, "TribunJateng.com")
