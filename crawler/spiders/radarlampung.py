"""Radar Lampung, Bandar Lampung."""

from crawler.networks.disway import Disway


class RadarLampung(Disway):
    """Disway's paper of Lampung."""

    name = "radarlampung"
    title = "Radar Lampung"
    homepage = "https://radarlampung.disway.id/"
    reach = "Lampung"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://radarlampung.disway.id/read/708393/wabup-tanggamus-buka-bazar-pasar-murah-siapkan-7500-paket-untuk-lima-lokasi",
    )
    site_names = (*Disway.site_names, "RadarLampung.co.id", "RADARLAMPUNG.CO.ID")
    indexes = ("{home}kategori/458/lampung-raya",)
