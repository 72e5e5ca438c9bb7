"""Metrotvnews."""

from crawler.publisher import PublisherSpider


class MetroTvNews(PublisherSpider):
    """Media Group's television, online."""

    name = "metrotvnews"
    title = "Metrotvnews"
    homepage = "https://www.metrotvnews.com/"
    network = "Media Group"
    confidence = "medium"
    checked = "2026-08-17"
    seen = (
        "https://www.metrotvnews.com/read/NG9Cz5EA-dukung-gerakan-asri-pemkab-karawang-olah-sampah-jadi-bahan-bakar-alternatif",
    )
    site_names = ("Metrotvnews.com", "Metro TV", "Metro TV News", "Medcom")
    indexes = ("{home}",)
    article_pattern = r"https://(?:www\.)?metrotvnews\.com/read/[A-Za-z0-9]+-[a-z0-9-]+/?"  # /play/ are videos
