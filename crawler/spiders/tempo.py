"""Tempo."""

from crawler.publisher import PublisherSpider


class Tempo(PublisherSpider):
    """Tempo's daily news; its English edition is en.tempo.co."""

    name = "tempo"
    title = "Tempo"
    homepage = "https://www.tempo.co/"
    network = "Tempo Media"
    confidence = "high"
    checked = "2026-10-03"
    seen = (
        "https://www.tempo.co/ekonomi/trump-umumkan-tarif-impor-baru-ke-60-negara-2277913",
        "https://bisnis.tempo.co/read/1872300/menjelang-idul-adha-pengawasan-tempat-penampungan-hewan-ternak-diperketat",
    )
    oddity = "article:published_time may be 'null WIB'; articles for subscribers say so in JSON-LD alone"
    site_names = ("TEMPO.CO", "Tempo.co", "Koran Tempo", "Tempo Inti Media")
    feeds = ("https://rss.tempo.co/bisnis", "https://rss.tempo.co/nasional")
    # Until 2024 bisnis.tempo.co/read/1872300/slug. /indeks answers 403 to scripts now and then (2026-10-03).
    article_pattern = (
        r"https://(?:www\.tempo\.co/(?!foto|tag|penulis|video)[a-z-]+/[a-z0-9-]+-\d{5,9}"
        r"|(?!en\.)[a-z]+\.tempo\.co/read/\d+/[a-z0-9-]+)/?"
    )
