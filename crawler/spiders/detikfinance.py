"""detikFinance."""

from crawler.networks.detik import Detik


class DetikFinance(Detik):
    """Detik's channel on the economy."""

    name = "detikfinance"
    title = "detikFinance"
    homepage = "https://finance.detik.com/"
    confidence = "high"
    checked = "2026-10-03"
    seen = ("https://finance.detik.com/berita-ekonomi-bisnis/d-8501083/harga-emas-antam-turun-rp-15-000-gram",)
