"""Radar Pekalongan."""

from crawler.networks.wordpress import WordPress


class RadarPekalongan(WordPress):
    """The daily of Pekalongan."""

    name = "radarpekalongan"
    title = "Radar Pekalongan"
    homepage = "https://www.radarpekalongan.id/"
    reach = "Jawa Tengah"
    confidence = "medium"
    checked = "2026-08-18"
    site_names = ("RadarPekalongan.id", "RADARPEKALONGAN.ID")
