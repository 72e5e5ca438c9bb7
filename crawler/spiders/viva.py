"""VIVA."""

from crawler.networks.viva import Viva as VivaNetwork


class Viva(VivaNetwork):
    """VIVA's national paper."""

    name = "viva"
    title = "VIVA"
    homepage = "https://www.viva.co.id/"
    confidence = "high"
    checked = "2026-09-18"
    seen = (
        "https://www.viva.co.id/berita/kriminal/1838723-7-fakta-gadis-22-tahun-diperkosa-dibunuh-dalam-kondisi-diborgol-di-cisauk",
    )
    feeds = ("{home}get/bisnis", "{home}get/all")
