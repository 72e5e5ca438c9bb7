"""Tribun Kaltim, Balikpapan."""

from crawler.networks.tribun import Tribun


class TribunKaltim(Tribun):
    """Tribun Network's paper of Kalimantan Timur."""

    name = "tribunkaltim"
    title = "Tribun Kaltim"
    homepage = "https://kaltim.tribunnews.com/"
    reach = "Kalimantan Timur"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://kaltim.tribunnews.com/2019/05/07/bocah-8-tahun-diterkam-buaya-polisi-dan-bpbd-masih-lakukan-pencarian",
    )
    site_names = (*Tribun.site_names, "TribunKaltim.co")
