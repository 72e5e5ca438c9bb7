"""Pos Kupang, Kupang."""

from crawler.networks.tribun import Tribun


class PosKupang(Tribun):
    """Tribun Network's paper of Nusa Tenggara Timur."""

    name = "poskupang"
    title = "Pos Kupang"
    homepage = "https://kupang.tribunnews.com/"
    reach = "Nusa Tenggara Timur"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://kupang.tribunnews.com/provinsi-ntt/939199/keluh-kesah-bupati-flores-timur-saya-bupati-rp-5-miliar",
    )
    site_names = (*Tribun.site_names, "Pos-Kupang.com", "POS-KUPANG.COM")
