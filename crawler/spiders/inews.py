"""iNews."""

from crawler.publisher import PublisherSpider


class INews(PublisherSpider):
    """iNews: a host for many towns, with addresses of another form."""

    name = "inews"
    title = "iNews"
    homepage = "https://www.inews.id/"
    network = "MNC"
    confidence = "medium"
    checked = "2026-08-17"
    seen = (
        "https://pringsewu.inews.id/read/492937/18-paguyuban-unjuk-kebolehan-di-hari-ketiga-festival-kuda-kepang-pringsewu",
    )
    site_names = ("iNews.id", "iNews Media Group", "MNC Media")
    indexes = ("{home}",)
    article_pattern = (
        r"https://(?:www\.inews\.id/(?!tag/|topic/|indeks)(?:[a-z-]+/){1,3}(?:\d+/)?[a-z0-9]+(?:-[a-z0-9]+){3,}"
        r"|(?!www\.)[a-z]+\.inews\.id/(?:read/\d+|berita)/[a-z0-9-]+)/?"
    )
