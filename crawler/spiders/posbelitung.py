"""Pos Belitung, Tanjung Pandan."""

from crawler.networks.tribun import Tribun


class PosBelitung(Tribun):
    """Tribun Network's paper of Kepulauan Bangka Belitung."""

    name = "posbelitung"
    title = "Pos Belitung"
    homepage = "https://belitung.tribunnews.com/"
    reach = "Kepulauan Bangka Belitung"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://belitung.tribunnews.com/2025/01/16/peringati-hari-pabean-internasional-2025-bea-cukai-pangkalpinang-adakan-donor-darah",
    )
    site_names = (*Tribun.site_names, "Posbelitung.co", "POSBELITUNG.CO")
