"""Bali Post, Denpasar."""

from crawler.networks.wordpress import WordPress


class BaliPost(WordPress):
    """The daily of Bali."""

    name = "balipost"
    title = "Bali Post"
    homepage = "https://www.balipost.com/"
    reach = "Bali"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-05-15"
    seen = ("https://www.balipost.com/news/2026/05/15/56789/Pariwisata-Bali-Meningkat.html",)
    oddity = "theme Newspaper (td-post-content), and times without a zone in WITA"
    site_names = ("BALIPOST.com", "balipost.com", "Kelompok Media Bali Post")
    indexes = ("{home}[page/{page}/]",)
    article_pattern = r"{home}news/20\d\d/\d\d/\d\d/\d+/[^/?#]+\.html"
