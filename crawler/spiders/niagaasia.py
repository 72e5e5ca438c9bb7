"""Niaga.Asia, Samarinda."""

from crawler.networks.wordpress import WordPress


class NiagaAsia(WordPress):
    """News of Kalimantan Timur and Utara."""

    name = "niagaasia"
    title = "Niaga.Asia"
    homepage = "https://www.niaga.asia/"
    reach = "Kalimantan Timur"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-05"
    seen = ("https://www.niaga.asia/jumlah-toko-kelontong-394-juta-mendag-setara-9878-persen-ritel/",)
    site_names = ("NIAGA.ASIA",)
