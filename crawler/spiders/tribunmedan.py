"""Tribun Medan, Medan."""

from crawler.networks.tribun import Tribun


class TribunMedan(Tribun):
    """Tribun Network's paper of Sumatera Utara."""

    name = "tribunmedan"
    title = "Tribun Medan"
    homepage = "https://medan.tribunnews.com/"
    reach = "Sumatera Utara"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://medan.tribunnews.com/2026/01/01/revitalisasi-lapangan-merdeka-medan-ditargetkan-selesai-akhir-tahun-ini",
    )
    site_names = (*Tribun.site_names, "Tribun-Medan.com")
