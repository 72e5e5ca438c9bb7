"""Katadata."""

from crawler.publisher import PublisherSpider


class Katadata(PublisherSpider):
    """Katadata: business, explained with data."""

    name = "katadata"
    title = "Katadata"
    homepage = "https://katadata.co.id/"
    confidence = "high"
    checked = "2026-10-03"
    seen = (
        "https://katadata.co.id/berita/energi/63243bfaaeda3/perbandingan-biaya-masak-antara-kompor-induksi-listrik-dan-lpg-3-kg",
    )
    oddity = "the writer stands as 'Oleh X'; boxes of related articles inside the text"
    site_names = ("Katadata.co.id", "KATADATA.CO.ID", "Tim Publikasi Katadata")
    feeds = ("{home}rss",)
    # One batch of a day's articles; the dashes ask for all channels.
    indexes = ("{home}indeks/search/-/{date:%d-%m-%Y}/{date:%d-%m-%Y}",)
    article_pattern = r"https://(?:www\.)?katadata\.co\.id/(?:[a-z-]+/)+[0-9a-f]{8,16}/[a-z0-9-]+/?"
