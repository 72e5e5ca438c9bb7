"""Radar Surabaya."""

from crawler.networks.radarjawapos import RadarJawaPos


class RadarSurabaya(RadarJawaPos):
    """Jawa Pos' paper of Surabaya."""

    name = "radarsurabaya"
    title = "Radar Surabaya"
    homepage = "https://radarsurabaya.jawapos.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://radarsurabaya.jawapos.com/ekonomi/776724733/kerugian-akibat-scam-digital-di-indonesia-tembus-rp7-triliun-ojk-ungkap-10-modus-utama",
    )
    indexes = ("{home}indeks-berita",)  # as the other Radar papers have it (2024)
