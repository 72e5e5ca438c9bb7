"""Warta Kota, Jakarta."""

from crawler.networks.tribun import Tribun


class WartaKota(Tribun):
    """Tribun Network's paper of DKI Jakarta."""

    name = "wartakota"
    title = "Warta Kota"
    homepage = "https://wartakota.tribunnews.com/"
    reach = "DKI Jakarta"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://wartakota.tribunnews.com/2025/06/07/wanita-dikalungi-celurit-saat-beli-ayam-goreng-di-cimanggis-depok-polisi-buru-pelaku",
    )
    site_names = (*Tribun.site_names, "WartaKotalive.com", "WARTAKOTALIVE.COM", "WartaKota")
