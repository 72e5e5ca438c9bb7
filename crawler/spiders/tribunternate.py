"""TribunTernate, Ternate."""

from crawler.networks.tribun import Tribun


class TribunTernate(Tribun):
    """Tribun Network's paper of Maluku Utara."""

    name = "tribunternate"
    title = "TribunTernate"
    homepage = "https://ternate.tribunnews.com/"
    reach = "Maluku Utara"
    zone = "Asia/Jayapura"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://ternate.tribunnews.com/2023/11/16/portugal-vs-liechtenstein-di-kualifikasi-euro-2024-cristiano-ronaldo-diragukan-main",
    )
    site_names = (*Tribun.site_names, "TribunTernate.com")
