"""Radar Banyumas, Purwokerto."""

from crawler.networks.disway import Disway


class RadarBanyumas(Disway):
    """Disway's paper of Banyumas."""

    name = "radarbanyumas"
    title = "Radar Banyumas"
    homepage = "https://radarbanyumas.disway.id/"
    reach = "Jawa Tengah"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://radarbanyumas.disway.id/purwokerto/read/153842/qris-kini-bisa-bayar-pbb-dan-retribusi-bank-jateng-percepat-transformasi-transaksi-non-tunai",
    )
    site_names = (*Disway.site_names, "RadarBanyumas.co.id", "RADARBANYUMAS.CO.ID")
    feeds = ("{home}rss/purwokerto",)  # one for each channel
