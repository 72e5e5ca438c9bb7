"""Bangka Pos, Pangkalpinang."""

from crawler.networks.tribun import Tribun


class BangkaPos(Tribun):
    """Tribun Network's paper of Kepulauan Bangka Belitung."""

    name = "bangkapos"
    title = "Bangka Pos"
    homepage = "https://bangka.tribunnews.com/"
    reach = "Kepulauan Bangka Belitung"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://bangka.tribunnews.com/2023/07/20/data-bps-cabai-rawit-masuk-5-besar-komoditas-penyumbang-inflasi-perlu-perhatikan-pasokan",
    )
    site_names = (*Tribun.site_names, "Bangkapos.com", "BANGKAPOS.COM")
