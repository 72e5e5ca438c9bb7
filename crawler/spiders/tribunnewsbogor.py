"""TribunnewsBogor, Bogor."""

from crawler.networks.tribun import Tribun


class TribunnewsBogor(Tribun):
    """Tribun Network's paper of Jawa Barat."""

    name = "tribunnewsbogor"
    title = "TribunnewsBogor"
    homepage = "https://bogor.tribunnews.com/"
    reach = "Jawa Barat"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://bogor.tribunnews.com/2021/12/24/lowongan-kerja-terbaru-desember-2021-rekrutmen-bersama-bumn-papua-dan-papua-barat",
    )
    site_names = (*Tribun.site_names, "TribunnewsBogor.com")
