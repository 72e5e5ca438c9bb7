"""Tribun Jambi, Jambi."""

from crawler.networks.tribun import Tribun


class TribunJambi(Tribun):
    """Tribun Network's paper of Jambi."""

    name = "tribunjambi"
    title = "Tribun Jambi"
    homepage = "https://jambi.tribunnews.com/"
    reach = "Jambi"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://jambi.tribunnews.com/2022/08/21/lakukan-pembelajaran-tatap-muka-sekolah-di-muaro-jambi-diwajibkan-terapkan-protokol-kesehatan",
    )
    site_names = (*Tribun.site_names, "TribunJambi.com")
