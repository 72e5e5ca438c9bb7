"""Tribun Bali, Denpasar."""

from crawler.networks.tribun import Tribun


class TribunBali(Tribun):
    """Tribun Network's paper of Bali."""

    name = "tribunbali"
    title = "Tribun Bali"
    homepage = "https://bali.tribunnews.com/"
    reach = "Bali"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://bali.tribunnews.com/2025/07/25/polisi-dalami-laporan-dugaan-perzinahan-dan-pencemaran-nama-baik-yang-seret-2-pppk-di-buleleng",
    )
    site_names = (*Tribun.site_names, "Tribun-Bali.com")
