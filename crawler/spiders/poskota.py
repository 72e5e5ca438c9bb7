"""Poskota."""

from crawler.publisher import PublisherSpider


class Poskota(PublisherSpider):
    """The daily of Jakarta; a host for some provinces."""

    name = "poskota"
    title = "Poskota"
    homepage = "https://www.poskota.co.id/"
    reach = "DKI Jakarta"
    confidence = "medium"
    checked = "2026-04-24"
    seen = (
        "https://lampung.poskota.co.id/2022/10/12/baznas-tubaba-mendistribusikan-bantuan-lansia-di-kecamatan-way-kenanga",
    )
    site_names = ("POSKOTA.CO.ID", "Pos Kota", "Poskota.co.id")
    feeds = ("{home}rss",)
    article_pattern = r"https://[a-z]+\.poskota\.co\.id/\d{4}/\d{2}/\d{2}/[a-z0-9-]+/?"
