"""Tugu Malang."""

from crawler.networks.wordpress import WordPress


class TuguMalang(WordPress):
    """News of Malang; its feed is listed under www., its articles are not."""

    name = "tugumalang"
    title = "Tugu Malang"
    homepage = "https://tugumalang.id/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026"
    seen = ("https://tugumalang.id/sukses-fasilitasi-pameran-kreasi-difabel-dprd-kota-malang-bakal-buka-pojok-umkm/",)
    site_names = ("Tugumalang.id", "TUGUMALANG.ID", "Tugu Media Group")
