"""Tribun Jabar, Bandung."""

from crawler.networks.tribun import Tribun


class TribunJabar(Tribun):
    """Tribun Network's paper of Jawa Barat."""

    name = "tribunjabar"
    title = "Tribun Jabar"
    homepage = "https://jabar.tribunnews.com/"
    reach = "Jawa Barat"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://jabar.tribunnews.com/2025/06/02/dedi-mulyadi-mendadak-minta-maaf-usai-dicap-sombong-saat-tak-ada-kamera-konten-oleh-netizen",
    )
    site_names = (*Tribun.site_names, "TribunJabar.id")
