"""Radar Cirebon."""

from crawler.networks.disway import Disway


class RadarCirebon(Disway):
    """Disway's paper of Cirebon."""

    name = "radarcirebon"
    title = "Radar Cirebon"
    homepage = "https://radarcirebon.disway.id/"  # www.radarcirebon.id is listed too (2026-08)
    reach = "Jawa Barat"
    confidence = "medium"
    checked = "2026-08-18"
    seen = ("https://radarcirebon.disway.id/read/184650/komisi-iv-dprd-tuding-disdik-sekolah-minim-pembinaan-pelajar",)
    site_names = (*Disway.site_names, "RadarCirebon.com", "RADARCIREBON.COM", "RADARCIREBON.ID")
