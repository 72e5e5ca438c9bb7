"""TribunDepok, Depok."""

from crawler.networks.tribun import Tribun


class TribunDepok(Tribun):
    """Tribun Network's paper of Jawa Barat."""

    name = "tribundepok"
    title = "TribunDepok"
    homepage = "https://depok.tribunnews.com/"
    reach = "Jawa Barat"
    confidence = "low"
    checked = "2026-04-26"
    seen = (
        "https://depok.tribunnews.com/2023/03/04/sekolah-cakra-buana-kota-depok-mengadakan-festival-gembira-belajar-untuk-anak-dan-orang-tua",
    )
    site_names = (*Tribun.site_names, "TribunDepok.com")
