"""Tribun Pontianak, Pontianak."""

from crawler.networks.tribun import Tribun


class TribunPontianak(Tribun):
    """Tribun Network's paper of Kalimantan Barat."""

    name = "tribunpontianak"
    title = "Tribun Pontianak"
    homepage = "https://pontianak.tribunnews.com/"
    reach = "Kalimantan Barat"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://pontianak.tribunnews.com/2025/06/16/siasat-licik-pelaku-hilangnya-rafa-fauzan-di-singkawang-kelabui-warga-pura-pura-ikut-pencarian",
    )
    site_names = (*Tribun.site_names, "TribunPontianak.co.id")
