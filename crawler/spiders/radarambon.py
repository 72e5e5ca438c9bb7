"""Radar Ambon."""

from crawler.networks.wordpress import WordPress


class RadarAmbon(WordPress):
    """News of Maluku."""

    name = "radarambon"
    title = "Radar Ambon"
    homepage = "https://www.radarambon.id/"
    reach = "Maluku"
    zone = "Asia/Jayapura"
    confidence = "medium"
    checked = "2026-08-18"
    site_names = ("RadarAmbon.id",)
