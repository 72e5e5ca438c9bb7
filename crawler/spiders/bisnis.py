"""Bisnis Indonesia, the daily on business."""

from crawler.publisher import PublisherSpider


class Bisnis(PublisherSpider):
    """Bisnis Indonesia: a host for each channel, and for regions (surabaya., semarang. …)."""

    name = "bisnis"
    title = "Bisnis Indonesia"
    homepage = "https://www.bisnis.com/"
    network = "Bisnis Indonesia Group"
    confidence = "high"
    checked = "2026-10-03"
    seen = ("https://market.bisnis.com/read/20250218/93/1840591/rupiah-ditutup-loyo-ke-rp16278-saat-indeks-dolar-as",)
    oddity = "boxes of 'Baca Juga' inside the text; premium articles show their beginning"
    site_names = ("Bisnis.com", "Bisnis", "Jaringan Informasi Bisnis Indonesia", "JIBI")
    # Below www. /feed and /rss are barred by robots.txt (2026-10-03); rss.bisnis.com is theirs for readers of feeds.
    feeds = ("https://rss.bisnis.com/", "https://rss.bisnis.com/ekonomi-bisnis")
    indexes = ("{home}index?categoryId=43&type=indeks&date={date:%Y-%m-%d}",)  # 43: economy; no paging (2026-10)
    article_pattern = r"https://[a-z0-9]+\.bisnis\.com/read/\d{8}/\d+/\d+/[a-z0-9.-]+/?"
