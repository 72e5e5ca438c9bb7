"""Radar Makassar."""

from crawler.networks.wordpress import WordPress


class RadarMakassar(WordPress):
    """News of Makassar."""

    name = "radarmakassar"
    title = "Radar Makassar"
    homepage = "https://www.radarmakassar.id/"
    reach = "Sulawesi Selatan"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-08-18"
    site_names = ("RadarMakassar.id",)
