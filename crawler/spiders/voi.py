"""VOI."""

from crawler.publisher import PublisherSpider


class Voi(PublisherSpider):
    """VOI (Waktunya Merevolusi Pemberitaan)."""

    name = "voi"
    title = "VOI"
    homepage = "https://voi.id/"
    confidence = "medium"
    checked = "2026-05"
    seen = ("https://voi.id/teknologi/987654/satelit-baru",)
    oddity = "JSON-LD can read '2026-05-13WIB18:45:00+07:00'"
    site_names = ("VOI.id", "Voi")
    indexes = ("{home}",)
    article_pattern = r"{home}(?!tag/|en/)[a-z0-9-]+/\d+/[a-z0-9-]+/?"
