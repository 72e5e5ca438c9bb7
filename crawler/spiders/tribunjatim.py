"""TribunJatim, Surabaya."""

from crawler.networks.tribun import Tribun


class TribunJatim(Tribun):
    """Tribun Network's online paper of Jawa Timur."""

    name = "tribunjatim"
    title = "TribunJatim"
    homepage = "https://jatim.tribunnews.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://jatim.tribunnews.com/2025/06/19/kemenangan-perdana-di-porprov-jatim-2025-tim-sepakbola-kota-malang-tekuk-kabupaten-jember-2-1",
    )
    site_names = (*Tribun.site_names, "TribunJatim.com", "Tribun Jatim")
