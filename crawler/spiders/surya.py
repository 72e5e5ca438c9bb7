"""Surya, Surabaya: surya.co.id moved to Tribun Network's host."""

from crawler.networks.tribun import Tribun


class Surya(Tribun):
    """The daily of Jawa Timur in Tribun Network."""

    name = "surya"
    title = "Surya"
    homepage = "https://surabaya.tribunnews.com/"
    reach = "Jawa Timur"
    site_names = (*Tribun.site_names, "Surya.co.id", "SURYA.CO.ID", "Harian Surya", "TribunJatim.com")
