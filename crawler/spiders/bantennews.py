"""Banten News, Serang."""

from crawler.networks.wordpress import WordPress


class BantenNews(WordPress):
    """News of Banten."""

    name = "bantennews"
    title = "Banten News"
    homepage = "https://www.bantennews.co.id/"
    reach = "Banten"
    confidence = "medium"
    checked = "2026-07-18"
    seen = ("https://www.bantennews.co.id/generasi-milenial-mudah-alami-gangguan-mental/",)
    site_names = ("BantenNews.co.id", "BANTENNEWS")
