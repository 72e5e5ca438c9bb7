"""Tribun Sumsel, Palembang."""

from crawler.networks.tribun import Tribun


class TribunSumsel(Tribun):
    """Tribun Network's paper of Sumatera Selatan."""

    name = "tribunsumsel"
    title = "Tribun Sumsel"
    homepage = "https://sumsel.tribunnews.com/"
    reach = "Sumatera Selatan"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://sumsel.tribunnews.com/2019/05/03/gubernur-herman-deru-jawab-keluhannetizenperbaikan-banyak-jalan-rusak-di-sumsel",
    )
    site_names = (*Tribun.site_names, "TribunSumsel.com")
