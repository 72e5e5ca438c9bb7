"""VIVA Jatim, Surabaya."""

from crawler.networks.viva import Viva


class VivaJatim(Viva):
    """VIVA's paper of Jawa Timur."""

    name = "vivajatim"
    title = "VIVA Jatim"
    homepage = "https://jatim.viva.co.id/"
    reach = "Jawa Timur"
    confidence = "high"
    checked = "2025"
    seen = (
        "https://jatim.viva.co.id/kabar/20804-akui-keliru-kades-pucangan-tuban-minta-pesantren-sunan-drajat-tetap-dukung-koperasi-merah-putih-di-desanya",
    )
    site_names = (*Viva.site_names, "VIVA Jatim", "VIVAJatim")
