"""Tribun Sulbar, Mamuju."""

from crawler.networks.tribun import Tribun


class TribunSulbar(Tribun):
    """Tribun Network's paper of Sulawesi Barat."""

    name = "tribunsulbar"
    title = "Tribun Sulbar"
    homepage = "https://sulbar.tribunnews.com/"
    reach = "Sulawesi Barat"
    zone = "Asia/Makassar"
    confidence = "low"
    checked = "2026-04-26"
    seen = (
        "https://sulbar.tribunnews.com/news/81692/lowongan-kerja-muf-agustus-2026-dibuka-tersedia-300-lebih-posisi",
    )
    site_names = (*Tribun.site_names, "Tribun-Sulbar.com", "TribunSulbar.com")
