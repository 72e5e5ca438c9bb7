"""Sumselupdate, Palembang."""

from crawler.networks.wordpress import WordPress


class Sumselupdate(WordPress):
    """News of Sumatera Selatan."""

    name = "sumselupdate"
    title = "Sumselupdate"
    homepage = "https://sumselupdate.com/"
    reach = "Sumatera Selatan"
    confidence = "medium"
    checked = "2026-08-18"
    site_names = ("Sumselupdate.com",)
