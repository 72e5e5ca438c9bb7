"""The press releases and the news of the Ministry of Industry."""

from crawler.publisher import PublisherSpider


class Kemenperin(PublisherSpider):
    """Kementerian Perindustrian: siaran pers and kegiatan."""

    name = "kemenperin"
    title = "Kementerian Perindustrian"
    homepage = "https://kemenperin.go.id/"
    network = "Pemerintah"
    confidence = "high"
    checked = "2026-08-12"
    seen = (
        "https://kemenperin.go.id/artikel/72482942/Presiden-Luncurkan-MoLiNas,-Menperin:-Momentum-Perkuat-Kemandirian-Industri-dan-Teknologi-Nasional",
    )
    oddity = "no writers; the window title and the headline carry the site's name; a day without a time"
    site_names = ("Kemenperin", "Kementerian Perindustrian Republik Indonesia", "Biro Humas Kemenperin")
    # /rss is stale: items of 2021 and 2023 (2026-08).
    indexes = ("{home}siaran-pers[?&hal={page}]", "{home}kegiatan[?&hal={page}]")
    # Addresses keep capitals, commas and colons.
    article_pattern = r"https?://(?:www\.)?kemenperin\.go\.id/artikel/\d+/\S+"
