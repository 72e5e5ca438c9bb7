"""kumparan."""

from crawler.publisher import PublisherSpider


class Kumparan(PublisherSpider):
    """kumparan: its newsroom's channels; readers write on it too, under accounts of their own."""

    name = "kumparan"
    title = "kumparan"
    homepage = "https://kumparan.com/"
    confidence = "high"
    checked = "2026-08-17"
    seen = (
        "https://kumparan.com/kumparannews/rano-karno-di-peringatan-30-tahun-kudatuli-keadilan-belum-selesai-27oRU1T1EYV",
    )
    oddity = "each paragraph is a span of a story (data-qa-id); the description ends in #hashtags"
    site_names = ("kumparanNEWS", "kumparanBISNIS", "kumparan.com", "Dynamo Media Network")
    feeds = ("https://lapi.kumparan.com/v2.0/rss/",)
    news_sitemaps = ("{home}sitemap_channel_bisnis.xml", "{home}sitemap_channel_news.xml")
    # Pages are built in the browser: no index. Long stories of 2021-24 go on at /1, /2 or /full.
    article_pattern = r"{home}[A-Za-z0-9-]+/[a-z0-9-]+-(?:[0-9][A-Za-z0-9]{10}|\d{16,20})"
