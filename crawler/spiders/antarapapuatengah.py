"""ANTARA's bureau in Timika."""

from crawler.networks.antara import Antara


class AntaraPapuaTengah(Antara):
    """ANTARA Papua Tengah."""

    name = "antarapapuatengah"
    title = "ANTARA Papua Tengah"
    homepage = "https://papuatengah.antaranews.com/"  # feeds by analogy
    reach = "Papua Tengah"
    zone = "Asia/Jayapura"
    confidence = "low"
    checked = "2025"
    seen = (
        "https://papuatengah.antaranews.com/berita/69961/polres-mimika-sediakan-5-ton-beras-saat-gelar-kegiatan-pangan-murah",
    )
