"""Infobank, the magazine on banks."""

from crawler.networks.wordpress import WordPress


class Infobanknews(WordPress):
    """Infobank, online."""

    name = "infobanknews"
    title = "Infobanknews"
    homepage = "https://infobanknews.com/"
    confidence = "medium"
    checked = "2026-07-18"
    seen = ("https://infobanknews.com/studi-visa-80-persen-masyarakat-masih-demen-transaksi-uang-tunai/",)
    site_names = ("Infobank", "Infobank Media Group")
