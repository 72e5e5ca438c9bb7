"""Sriwijaya Post, Palembang."""

from crawler.networks.tribun import Tribun


class SriwijayaPost(Tribun):
    """Tribun Network's paper of Sumatera Selatan."""

    name = "sriwijayapost"
    title = "Sriwijaya Post"
    homepage = "https://palembang.tribunnews.com/"
    reach = "Sumatera Selatan"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://palembang.tribunnews.com/2020/10/07/cerita-pengusaha-di-palembang-keluar-dari-keterpurukan-saat-covid-19-kini-orderan-kembali-naik",
    )
    site_names = (*Tribun.site_names, "Sripoku.com", "SRIPOKU.COM", "Sripo")
