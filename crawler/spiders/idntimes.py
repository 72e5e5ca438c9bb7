"""IDN Times."""

from crawler.publisher import PublisherSpider


class IdnTimes(PublisherSpider):
    """IDN Times: a host for some provinces."""

    name = "idntimes"
    title = "IDN Times"
    homepage = "https://www.idntimes.com/"
    network = "IDN Media"
    confidence = "medium"
    checked = "2026-08-17"
    seen = (
        "https://www.idntimes.com/news/indonesia/febrie-adriansyah-penuhi-panggilan-kejagung-diperiksa-jadi-saksi-tppu-00-vdzm7-nxxvry",
    )
    oddity = "paragraphs of class article-text in #article-description, with cards of other articles between"
    site_names = ("IDNTimes", "IDN Times Community", "IDN Times Jatim")
    # robots.txt bars the home page with a query, and /search? (2026-07-24); /indeks is 404.
    indexes = ("{home}business",)
    article_pattern = (
        r"https://[a-z]+\.idntimes\.com/[a-z-]+/[a-z-]+/"
        r"(?:[a-z0-9-]+-[a-z0-9]{5}-[a-z0-9]{6}|[a-z0-9-]+/[a-z0-9-]{15,})/?"
    )
