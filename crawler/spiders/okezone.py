"""Okezone, its channel on the economy."""

from crawler.publisher import PublisherSpider


class Okezone(PublisherSpider):
    """Okezone Economy."""

    name = "okezone"
    title = "Okezone"
    homepage = "https://economy.okezone.com/"
    network = "MNC"
    confidence = "high"
    checked = "2026-09-18"
    seen = (
        "https://economy.okezone.com/read/2025/10/09/320/3175530/harga-emas-antam-hari-ini-naik-rp7-000-tembus-rp2-3-juta-per-gram",
    )
    oddity = "the writer stands as 'Jurnalis-'; boxes of 'Baca Juga' inside the text"
    site_names = ("Okezone.com", "OKEZONE", "Okezone Economy", "MNC Media", "MNC Portal", "iNews Media Group")
    feeds = ("https://sindikasi.okezone.com/index.php/rss/11/RSS2.0",)  # 11: economy
    indexes = ("{home}indeks/{date:%Y}/{date:%m}/{date:%d}",)  # ten; the next are at /10, /20 …
    # mpi.okezone.com prints SINDOnews' articles again (2026-07).
    article_pattern = r"https://(?!mpi\.)[a-z]+\.okezone\.com/read/\d{4}/\d{2}/\d{2}/\d+/\d+/[a-z0-9-]+/?"
    all_pages = "?page=all"
