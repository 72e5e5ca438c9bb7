"""SuryaMalang, Malang."""

from crawler.networks.tribun import Tribun


class SuryaMalang(Tribun):
    """Tribun Network's paper of Jawa Timur."""

    name = "suryamalang"
    title = "SuryaMalang"
    homepage = "https://suryamalang.tribunnews.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://suryamalang.tribunnews.com/2023/02/20/pembangunan-jembatan-permanen-tulungrejo-kota-batu-pasca-longsor-ditanggung-pemkot",
    )
    site_names = (*Tribun.site_names, "SuryaMalang.com", "SURYAMALANG.COM")
