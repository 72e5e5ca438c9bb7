"""The State Secretariat."""

from crawler.publisher import PublisherSpider


class Setneg(PublisherSpider):
    """Kementerian Sekretariat Negara: the news of President and government."""

    name = "setneg"
    title = "Sekretariat Negara"
    homepage = "https://www.setneg.go.id/"
    network = "Pemerintah"
    confidence = "medium"
    checked = "2026-03-18"
    seen = (
        "https://www.setneg.go.id/baca/index/presiden_targetkan_angka_stunting_di_indonesia_turun_hingga_14_persen_pada_2024",
    )
    site_names = ("Setneg", "Kementerian Sekretariat Negara", "Humas Kemensetneg", "Kemensetneg")
    indexes = ("{home}listcontent/listberita/berita_presiden_dan_pemerintah",)
    article_pattern = r"https://(?:www\.)?setneg\.go\.id/baca/index/[a-z0-9_-]+/?"
