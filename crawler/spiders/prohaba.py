"""Prohaba, Banda Aceh: the second paper of Serambi Indonesia."""

from crawler.networks.tribun import Tribun


class Prohaba(Tribun):
    """Tribun Network's paper of crime and courts in Aceh."""

    name = "prohaba"
    title = "Prohaba"
    homepage = "https://prohaba.tribunnews.com/"
    reach = "Aceh"
    confidence = "low"
    checked = "2026-04-26"
    seen = (
        "https://prohaba.tribunnews.com/nanggroe/45202/usk-sosialisasi-bukadita-inovasi-digital-untuk-perkuat-peran-kader-posyandu-transformasi-layanan",
    )
    site_names = (*Tribun.site_names, "Prohaba.co")
