"""TribunAmbon, Ambon."""

from crawler.networks.tribun import Tribun


class TribunAmbon(Tribun):
    """Tribun Network's paper of Maluku."""

    name = "tribunambon"
    title = "TribunAmbon"
    homepage = "https://ambon.tribunnews.com/"
    reach = "Maluku"
    zone = "Asia/Jayapura"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://ambon.tribunnews.com/masohi/95109/calon-tersangka-kasus-bansos-dinas-koperasi-dan-ukm-malteng-kajari-sebut-tunggu-tanggal-main",
    )
    site_names = (*Tribun.site_names, "TribunAmbon.com")
