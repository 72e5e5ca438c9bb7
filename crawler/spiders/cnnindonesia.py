"""CNN Indonesia, its channels on the economy and the nation."""

from crawler.networks.transmedia import Transmedia


class CnnIndonesia(Transmedia):
    """CNN Indonesia."""

    name = "cnnindonesia"
    title = "CNN Indonesia"
    homepage = "https://www.cnnindonesia.com/"
    confidence = "high"
    checked = "2026-10-03"
    seen = ("https://www.cnnindonesia.com/ekonomi/20210309084517-78-615353/rupiah-loyo-ke-rp14415-akibat-tertekan",)
    feeds = ("{home}ekonomi/rss", "{home}nasional/rss")
    indexes = ("{home}ekonomi/indeks/5?date={date:%Y/%m/%d}",)
