"""Satukanal, Malang."""

from crawler.networks.wordpress import WordPress


class Satukanal(WordPress):
    """News of Malang and the west of Jawa Timur."""

    name = "satukanal"
    title = "Satukanal"
    homepage = "https://satukanal.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026"
    site_names = ("Satukanal.com",)
