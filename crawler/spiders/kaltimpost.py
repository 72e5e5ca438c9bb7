"""Kaltim Post, Balikpapan; formerly kaltim.prokal.co."""

from crawler.networks.radarjawapos import RadarJawaPos


class KaltimPost(RadarJawaPos):
    """Jawa Pos' paper of Kalimantan Timur."""

    name = "kaltimpost"
    title = "Kaltim Post"
    homepage = "https://kaltimpost.jawapos.com/"
    reach = "Kalimantan Timur"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://kaltimpost.jawapos.com/nasional/2609200082/aturan-baru-kemenag-2026-santri-dan-guru-tak-boleh-bebas-gunakan-hp-di-pesantren",
    )
    site_names = (*RadarJawaPos.site_names, "KaltimPost.id", "KALTIMPOST.ID", "Prokal.co")
