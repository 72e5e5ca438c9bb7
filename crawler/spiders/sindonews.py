"""SINDOnews."""

from crawler.publisher import PublisherSpider


class Sindonews(PublisherSpider):
    """SINDOnews: a host for each channel and some provinces."""

    name = "sindonews"
    title = "SINDOnews"
    homepage = "https://www.sindonews.com/"
    network = "MNC"
    confidence = "high"
    checked = "2026-08-18"
    seen = (
        "https://ekbis.sindonews.com/read/1463566/34/perum-jamkrindo-lakukan-pemberdayaan-masyarakat-di-kawasan-ciletuh-1574980097",
    )
    oddity = "writer and editor in one box of the newsroom (warp-nama-redaksi)"
    site_names = ("SINDOnews.com", "Sindo", "Koran SINDO", "MNC Media", "iNews Media Group")
    feeds = ("{home}feed", "https://ekbis.sindonews.com/rss")
    article_pattern = r"https://[a-z]+\.sindonews\.com/read/\d+/\d+/[a-z0-9-]+/?"
