"""TribunSolo, Surakarta."""

from crawler.networks.tribun import Tribun


class TribunSolo(Tribun):
    """Tribun Network's paper of Jawa Tengah."""

    name = "tribunsolo"
    title = "TribunSolo"
    homepage = "https://solo.tribunnews.com/"
    reach = "Jawa Tengah"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://solo.tribunnews.com/2025/02/17/bikin-bangga-upitra-kembali-meraih-medali-emas-di-ajang-internasional-aiseef-niseef-2025",
    )
    site_names = (*Tribun.site_names, "TribunSolo.com")
