"""Waspada Online, Medan; Harian Waspada's waspada.id is another house."""

from crawler.networks.wordpress import WordPress


class WaspadaOnline(WordPress):
    """News of Sumatera Utara."""

    name = "waspadaonline"
    title = "Waspada Online"
    homepage = "https://waspada.co.id/"
    reach = "Sumatera Utara"
    confidence = "medium"
    checked = "2026-08-18"
    seen = (
        "https://waspada.co.id/medan/mahasiswa-tabagsel-kecewa-ketua-dprd-palas-positif-narkoba-cuma-direhabilitasi/",
    )
    site_names = ("WASPADA.co.id", "WOL")
