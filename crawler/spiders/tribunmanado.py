"""Tribun Manado, Manado."""

from crawler.networks.tribun import Tribun


class TribunManado(Tribun):
    """Tribun Network's paper of Sulawesi Utara."""

    name = "tribunmanado"
    title = "Tribun Manado"
    homepage = "https://manado.tribunnews.com/"
    reach = "Sulawesi Utara"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://manado.tribunnews.com/2022/06/25/sosok-maria-cellina-wijaya-raih-sked-di-usia-19-tahun-kini-diterima-s-2-di-empat-kampus-top-as",
    )
    site_names = (*Tribun.site_names, "TribunManado.co.id")
