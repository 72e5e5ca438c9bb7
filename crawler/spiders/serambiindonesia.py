"""Serambi Indonesia, Banda Aceh."""

from crawler.networks.tribun import Tribun


class SerambiIndonesia(Tribun):
    """Tribun Network's paper of Aceh."""

    name = "serambiindonesia"
    title = "Serambi Indonesia"
    homepage = "https://aceh.tribunnews.com/"
    reach = "Aceh"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://aceh.tribunnews.com/2023/08/15/kisah-gustavian-usia-26-tahun-sukses-bisnis-budidaya-lele-omzet-capai-rp-500-juta-per-bulan",
    )
    site_names = (*Tribun.site_names, "Serambinews.com", "SERAMBINEWS.COM", "Serambi")
