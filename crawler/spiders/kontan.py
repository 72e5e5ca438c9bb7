"""Kontan, the daily on business."""

from crawler.publisher import PublisherSpider


class Kontan(PublisherSpider):
    """Kontan: a host for each channel."""

    name = "kontan"
    title = "Kontan"
    homepage = "https://www.kontan.co.id/"
    network = "Kompas Gramedia"
    confidence = "high"
    checked = "2026-10-03"
    seen = (
        "https://industri.kontan.co.id/news/wajib-sertifikasi-halal-berlaku-oktober-2026-umkm-soroti-kendala-biaya",
    )
    oddity = "writer and editor in one line before the text: 'Reporter: X | Editor: Y'"
    site_names = ("KONTAN.CO.ID", "Kontan.co.id", "Grahanusa Mediatama")
    # www.kontan.co.id/rss and /feed answer with HTML (2026). Article pages answered 403 to a script (2026-10-03).
    feeds = (
        "https://industri.kontan.co.id/rss",
        "https://nasional.kontan.co.id/rss",
        "https://keuangan.kontan.co.id/rss",
        "https://investasi.kontan.co.id/rss",
    )
    # No search, for all its address: a list by day. The next pages are per_page=20, 40 …
    indexes = (
        "{home}search/indeks?kanal=industri&tanggal={date:%d}&bulan={date:%m}&tahun={date:%Y}&pos=indeks&per_page=0",
    )
    article_pattern = r"https://[a-z]+\.kontan\.co\.id/(?:[a-z-]+/)?news/[a-z0-9-]+/?"
