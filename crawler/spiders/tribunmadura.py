"""TribunMadura, Madura."""

from crawler.networks.tribun import Tribun


class TribunMadura(Tribun):
    """Tribun Network's paper of Jawa Timur."""

    name = "tribunmadura"
    title = "TribunMadura"
    homepage = "https://madura.tribunnews.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://madura.tribunnews.com/2024/01/22/pulang-dari-pengajian-gus-iqdam-sepasang-kekasih-dikeroyok-oknum-pesilat-di-tuban",
    )
    site_names = (*Tribun.site_names, "TribunMadura.com")
