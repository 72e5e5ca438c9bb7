"""ANTARA's bureau in Ambon."""

from crawler.networks.antara import Antara


class AntaraMaluku(Antara):
    """ANTARA Maluku."""

    name = "antaramaluku"
    title = "ANTARA Maluku"
    homepage = "https://ambon.antaranews.com/"
    reach = "Maluku"
    zone = "Asia/Jayapura"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://ambon.antaranews.com/berita/127753/1153-keluarga-terdampak-banjir-dan-tanah-longsor-di-ambon-turut-prihatin",
    )
