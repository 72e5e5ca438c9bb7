"""Fajar, Makassar."""

from crawler.networks.wordpress import WordPress


class Fajar(WordPress):
    """The daily of Sulawesi Selatan."""

    name = "fajar"
    title = "Fajar"
    homepage = "https://fajar.co.id/"
    reach = "Sulawesi Selatan"
    zone = "Asia/Makassar"
    confidence = "high"
    checked = "2026-05-16"
    seen = ("https://fajar.co.id/2024/03/06/tekan-inflasi-pemkab-pinrang-gelar-pasar-murah/",)
    site_names = ("FAJAR.CO.ID", "Harian Fajar", "Fajar Online")
    indexes = ("{home}[page/{page}/]",)
    article_pattern = r"{home}20\d\d/\d\d/\d\d/[a-z0-9-]+/?"
