"""The Jakarta Post."""

from crawler.publisher import PublisherSpider


class TheJakartaPost(PublisherSpider):
    """The English daily; metered, many articles show their beginning."""

    name = "thejakartapost"
    title = "The Jakarta Post"
    homepage = "https://www.thejakartapost.com/"
    network = "Bina Media Tenggara"
    language = "en"
    confidence = "medium"
    checked = "2026-04-24"
    seen = (
        "https://www.thejakartapost.com/business/2025/11/27/gofood-accelerates-msme-digitalization-with-breakthrough-instant-onboarding-feature.html",
        "https://www.thejakartapost.com/business/2026/09/15/idx-launches-short-selling-scheme-after-long-delay",
    )
    oddity = "English; articles behind the paywall show their beginning and say so in JSON-LD"
    site_names = ("Jakarta Post", "thejakartapost.com")
    feeds = ("https://rss.thejakartapost.com/home",)
    article_pattern = r"https://(?:www\.)?thejakartapost\.com/[a-z/-]+/20\d\d/\d\d/\d\d/[a-z0-9-]+(?:\.html)?/?"
