"""TribunKalteng, Palangka Raya."""

from crawler.networks.tribun import Tribun


class TribunKalteng(Tribun):
    """Tribun Network's paper of Kalimantan Tengah."""

    name = "tribunkalteng"
    title = "TribunKalteng"
    homepage = "https://kalteng.tribunnews.com/"
    reach = "Kalimantan Tengah"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://kalteng.tribunnews.com/2024/05/22/hasil-playoff-promosi-liga-belanda-pesaing-tim-rafael-struick-nac-breda-vs-fc-emmen-hanya-imbang",
    )
    site_names = (*Tribun.site_names, "TribunKalteng.com")
