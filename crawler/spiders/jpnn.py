"""JPNN, Jawa Pos National Network."""

from crawler.publisher import PublisherSpider


class Jpnn(PublisherSpider):
    """JPNN: a host for some provinces, with addresses of another form."""

    name = "jpnn"
    title = "JPNN"
    homepage = "https://www.jpnn.com/"
    network = "JPNN"
    confidence = "high"
    checked = "2026-04-24"
    seen = (
        "https://www.jpnn.com/news/kamrussamad-ppkm-darurat-dihentikan-angka-kematian-berpotensi-tembus-5000-per-hari",
        "https://jatim.jpnn.com/jatim-terkini/16219/pilot-citilink-meninggal-setelah-mendarat-darurat-di-bandara-juanda-turut-berduka-cita",
    )
    oddity = "dateline 'jpnn.com, CITY -'; the author in a meta name of its own; 'Redaktur & Reporter : X' closes it"
    site_names = ("jpnn.com", "JPNN.com", "Jawa Pos National Network")
    feeds = ("{home}index.php?mib=rss",)
    indexes = ("{home}indeks",)
    article_pattern = (
        r"https://(?:www\.jpnn\.com/(?:[a-z-]+/)?news/[a-z0-9-]+|(?!www\.)[a-z]+\.jpnn\.com/[a-z-]+/\d+/[a-z0-9-]+)/?"
    )
