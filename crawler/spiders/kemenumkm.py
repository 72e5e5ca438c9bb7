"""The Ministry of Micro, Small and Medium Enterprises; its predecessor's kemenkopukm.go.id is no longer kept up."""

from crawler.publisher import PublisherSpider


class Kemenumkm(PublisherSpider):
    """Kementerian UMKM: siaran pers."""

    name = "kemenumkm"
    title = "Kementerian UMKM"
    homepage = "https://umkm.go.id/"
    network = "Pemerintah"
    confidence = "low"
    checked = "2026-04"
    seen = ("https://umkm.go.id/news/vofv7cb1omei09dao4bn8w8h",)
    site_names = ("KemenUMKM", "Kementerian Usaha Mikro, Kecil, dan Menengah", "Kementerian Koperasi dan UKM")
    indexes = ("{home}news",)  # inferred from the addresses of releases (2026-01 and 2026-04)
    article_pattern = r"https://(?:www\.)?umkm\.go\.id/news/[a-z0-9]{24}/?"
