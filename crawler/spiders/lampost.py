"""Lampung Post, Bandar Lampung."""

from crawler.networks.wordpress import NO_ARTICLE, WordPress


class Lampost(WordPress):
    """Media Group's paper of Lampung."""

    name = "lampost"
    title = "Lampung Post"
    homepage = "https://lampost.co/"
    network = "Media Group"
    reach = "Lampung"
    confidence = "high"
    checked = "2025"
    seen = ("https://lampost.co/bencana/puluhan-hektare-tanaman-padi-di-lampung-barat-terendam-banjir/",)
    site_names = ("Lampost.co", "Lampost", "LAMPOST.CO")
    indexes = ("{home}kategori/ekonomi-dan-bisnis/[page/{page}/]",)
    # Until about 2022 www.lampost.co/berita-….html.
    article_pattern = (
        r"https://(?:www\.|m\.)?lampost\.co/(?:berita-[a-z0-9-]+\.html|"
        + NO_ARTICLE
        + r"(?:[a-z0-9-]+/){1,3}[a-z0-9]+(?:-[a-z0-9]+){3,})/?"
    )
