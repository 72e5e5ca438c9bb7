"""Jakarta Globe."""

from crawler.publisher import PublisherSpider


class JakartaGlobe(PublisherSpider):
    """BeritaSatu's English paper."""

    name = "jakartaglobe"
    title = "Jakarta Globe"
    homepage = "https://jakartaglobe.id/"
    network = "B-Universe"
    language = "en"
    confidence = "medium"
    checked = "2026-05"
    seen = ("https://jakartaglobe.id/business/msci-keeps-indonesia-stocks-on-hold-as-reform-review-continues",)
    oddity = "English; 'Tags:' and a box of related articles inside the text's container"
    site_names = ("JG", "The Jakarta Globe", "BeritaSatu")
    indexes = ("{home}newsindex[/page/{page}]", "{home}business/newsindex")
    article_pattern = r"{home}(?!tag/)[a-z-]+/[a-z0-9]+(?:-[a-z0-9]+){3,}/?"
