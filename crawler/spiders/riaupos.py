"""Riau Pos, Pekanbaru."""

from crawler.networks.radarjawapos import RadarJawaPos


class RiauPos(RadarJawaPos):
    """Jawa Pos' paper of Riau."""

    name = "riaupos"
    title = "Riau Pos"
    homepage = "https://riaupos.jawapos.com/"  # www.riaupos.co is listed too (2026-08)
    reach = "Riau"
    confidence = "medium"
    checked = "2026-08-18"
    site_names = (*RadarJawaPos.site_names, "RiauPos.co", "RIAUPOS.CO")
