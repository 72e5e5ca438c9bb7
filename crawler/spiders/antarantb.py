"""ANTARA's bureau in Mataram."""

from crawler.networks.antara import Antara


class AntaraNtb(Antara):
    """ANTARA NTB."""

    name = "antarantb"
    title = "ANTARA NTB"
    homepage = "https://mataram.antaranews.com/"  # feeds by analogy; addresses of articles seen in 2026-06
    reach = "Nusa Tenggara Barat"
    zone = "Asia/Makassar"
    confidence = "low"
    checked = "2026-06"
    seen = (
        "https://mataram.antaranews.com/berita/556468/kemenperin-menegaskan-pmi-kembali-ekspansi-bukti-daya-tahan-industri",
    )
