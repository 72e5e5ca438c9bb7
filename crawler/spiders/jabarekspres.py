"""Jabar Ekspres, Bandung."""

from crawler.networks.wordpress import WordPress


class JabarEkspres(WordPress):
    """The daily of Bandung."""

    name = "jabarekspres"
    title = "Jabar Ekspres"
    homepage = "https://jabarekspres.com/"
    reach = "Jawa Barat"
    confidence = "medium"
    checked = "2026-08-18"
    site_names = ("JabarEkspres.com", "JABAR EKSPRES")
