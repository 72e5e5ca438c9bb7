"""Tribun Lampung, Bandar Lampung."""

from crawler.networks.tribun import Tribun


class TribunLampung(Tribun):
    """Tribun Network's paper of Lampung."""

    name = "tribunlampung"
    title = "Tribun Lampung"
    homepage = "https://lampung.tribunnews.com/"
    reach = "Lampung"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://lampung.tribunnews.com/2023/03/20/cabai-merah-di-pesisir-barat-lampung-naik-jadi-rp-40-ribu-per-kg",
    )
    site_names = (*Tribun.site_names, "TribunLampung.co.id")
