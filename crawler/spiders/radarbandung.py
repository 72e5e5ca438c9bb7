"""Radar Bandung; once of Jawa Pos, on a host and CMS of its own."""

from crawler.networks.wordpress import WordPress


class RadarBandung(WordPress):
    """The daily of Bandung."""

    name = "radarbandung"
    title = "Radar Bandung"
    homepage = "https://www.radarbandung.id/"
    reach = "Jawa Barat"
    confidence = "medium"
    checked = "2026-08-18"
    seen = (
        "https://www.radarbandung.id/2021/07/13/layanan-administrasi-kependudukan-online-disdukcapil-kota-bandung/",
    )
    site_names = ("RadarBandung.id", "RADARBANDUNG.ID")
    article_pattern = r"{home}20\d\d/\d\d/\d\d/[a-z0-9-]+/?"
