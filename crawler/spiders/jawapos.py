"""Jawa Pos, Surabaya."""

from crawler.publisher import PublisherSpider


class JawaPos(PublisherSpider):
    """Jawa Pos, the national daily from Surabaya; its regional papers are on the base RadarJawaPos."""

    name = "jawapos"
    title = "Jawa Pos"
    homepage = "https://www.jawapos.com/"
    network = "Jawa Pos"
    confidence = "high"
    checked = "2026-09-18"
    seen = (
        "https://www.jawapos.com/sepak-bola-dunia/2607240073/konser-pitbull-paksa-fk-kauno-zalgiris-pindah-kandang-mimpi-bermain-di-liga-champions-terganggu",
    )
    oddity = "Next.js: the whole article in a script, and in the page; feed times are WIB labelled GMT (2026-09)"
    site_names = ("JawaPos.com", "JawaPos", "Jawa Pos Koran", "Jawa Pos Group")
    feeds = ("{home}rss/ekonomi",)
    indexes = ("{home}indeks",)  # ?page= has no effect (2026-07)
    article_pattern = r"https://(?:www\.)?jawapos\.com/(?!tag/)[a-z0-9-]+/\d{9,10}/[a-z0-9-]+/?"
