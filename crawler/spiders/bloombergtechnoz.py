"""Bloomberg Technoz."""

from crawler.publisher import PublisherSpider


class BloombergTechnoz(PublisherSpider):
    """Bloomberg Technoz: economy and markets, in Indonesian."""

    name = "bloombergtechnoz"
    title = "Bloomberg Technoz"
    homepage = "https://www.bloombergtechnoz.com/"
    confidence = "medium"
    checked = "2026-08-17"
    seen = ("https://www.bloombergtechnoz.com/detail-news/109263/telkom-solution-percepat-transformasi-digital-bumn",)
    oddity = "later pages at /2, /3 behind a pager; boxes 'smallbox-pilihan' inside the text"
    site_names = ("bloombergtechnoz.com", "Bloomberg")
    indexes = ("{home}",)
    article_pattern = r"{home}detail-news/\d+/[a-z0-9-]+/?"
