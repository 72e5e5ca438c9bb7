"""The press releases of the Ministry of Industry."""

from crawler.publisher import PublisherSpider


class Kemenperin(PublisherSpider):
    """Kementerian Perindustrian: siaran pers."""

    name = "kemenperin"
    title = "Kementerian Perindustrian"
    homepage = "https://kemenperin.go.id/"
    site_names = ("Kemenperin", "Kementerian Perindustrian Republik Indonesia", "Biro Humas Kemenperin")
    indexes = ("{home}siaran-pers[?&hal={page}]",)  # /rss is stale: items of 2021 and 2023 (2026-08)
    # Addresses keep capitals, commas and colons.
    article_pattern = r"https?://(?:www\.)?kemenperin\.go\.id/artikel/\d+/\S+"
