"""The news service of the House of Representatives."""

from crawler.networks.wordpress import WordPress


class EmediaDpr(WordPress):
    """E-Media DPR RI (Parlementaria)."""

    name = "emediadpr"
    title = "E-Media DPR RI"
    homepage = "https://emedia.dpr.go.id/"
    network = "DPR RI"
    confidence = "medium"
    checked = "2026-03-18"
    seen = (
        "https://emedia.dpr.go.id/news/2025/10/17/apresiasi-penerapan-katalog-elektronik-puteri-komarudin-ajak-umkm-ikut-manfaatkan",
    )
    site_names = ("Parlementaria", "Emedia DPR", "Pemberitaan DPR RI")
    article_pattern = r"{home}news/20\d\d/\d\d/\d\d/[a-z0-9-]+/?"
