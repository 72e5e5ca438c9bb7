"""TribunCirebon, Cirebon."""

from crawler.networks.tribun import Tribun


class TribunCirebon(Tribun):
    """Tribun Network's paper of Jawa Barat."""

    name = "tribuncirebon"
    title = "TribunCirebon"
    homepage = "https://cirebon.tribunnews.com/"
    reach = "Jawa Barat"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://cirebon.tribunnews.com/2025/06/07/dedi-mulyadi-soroti-bijb-kertajati-nombok-rp-30-miliar-tiap-tahun-sudah-mirip-peuteuy-selong",
    )
    site_names = (*Tribun.site_names, "TribunCirebon.com")
