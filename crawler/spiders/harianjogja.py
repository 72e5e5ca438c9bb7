"""Harian Jogja, Yogyakarta."""

from crawler.publisher import PublisherSpider


class HarianJogja(PublisherSpider):
    """Bisnis Indonesia's daily of Yogyakarta: a host for each channel."""

    name = "harianjogja"
    title = "Harian Jogja"
    homepage = "https://www.harianjogja.com/"
    network = "Bisnis Indonesia Group"
    reach = "Daerah Istimewa Yogyakarta"
    confidence = "medium"
    checked = "2026-05"
    seen = (
        "https://jogjapolitan.harianjogja.com/read/2024/02/02/510/1163565/pemkot-jogja-akan-bangun-4-ruang-terbuka-hijau-pada-2024-ini-lokasinya",
    )
    site_names = ("Harianjogja.com", "HARIANJOGJA.COM", "JIBI")
    indexes = ("{home}", "https://ekbis.harianjogja.com/")
    article_pattern = r"https://[a-z]+\.harianjogja\.com/(?:read/20\d\d/\d\d/\d\d/\d+/\d+|r-\d+)/[a-z0-9-]+/?"
