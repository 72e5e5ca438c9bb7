"""The Ministry of Trade."""

from crawler.publisher import PublisherSpider


class Kemendag(PublisherSpider):
    """Kementerian Perdagangan: press releases, and its news of trade."""

    name = "kemendag"
    title = "Kementerian Perdagangan"
    homepage = "https://www.kemendag.go.id/"
    network = "Pemerintah"
    confidence = "high"
    checked = "2026-09"
    seen = (
        "https://www.kemendag.go.id/berita/siaran-pers/sepuluh-produk-umkm-pangan-binaan-kemendag-tembus-jaringan-ritel-aeon-indonesia",
    )
    site_names = ("Kemendag", "Kementerian Perdagangan Republik Indonesia", "Biro Hubungan Masyarakat")
    # A firewall may answer "Request Rejected" with 200.
    indexes = ("{home}berita/siaran-pers?page={page}", "{home}berita/perdagangan?page={page}")
    article_pattern = r"{home}berita/(?:siaran-pers|perdagangan)/[a-z0-9-]+/?"
