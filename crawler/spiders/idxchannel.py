"""IDX Channel."""

from crawler.publisher import PublisherSpider


class IdxChannel(PublisherSpider):
    """MNC's channel on the stock exchange and the economy."""

    name = "idxchannel"
    title = "IDX Channel"
    homepage = "https://www.idxchannel.com/"
    network = "MNC"
    confidence = "high"
    checked = "2026-08-16"
    seen = ("https://www.idxchannel.com/news/makan-bergizi-gratis/",)
    oddity = "'Baca Juga' boxes and a list 'Berita terkait' inside the text's container"
    site_names = ("IDXChannel", "IDXChannel.com", "MNC Media")
    feeds = ("{home}rss",)  # ten items
    news_sitemaps = ("{home}economics/sitemap.xml", "{home}news/sitemap.xml", "{home}market-news/sitemap.xml")
    # Channel and words; sections have one or two words.
    article_pattern = r"https://(?:www\.)?idxchannel\.com/(?!tag/)[a-z][a-z0-9-]+/[a-z0-9]+(?:-[a-z0-9]+){2,}/?"
