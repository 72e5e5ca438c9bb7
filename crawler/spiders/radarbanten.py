"""Radar Banten, Serang; once of Jawa Pos, on a host and CMS of its own."""

from crawler.networks.wordpress import WordPress


class RadarBanten(WordPress):
    """The daily of Banten."""

    name = "radarbanten"
    title = "Radar Banten"
    homepage = "https://www.radarbanten.co.id/"
    reach = "Banten"
    confidence = "medium"
    checked = "2026-08-18"
    seen = ("https://www.radarbanten.co.id/2024/11/02/puting-beliung-menggulung-cikamunding/",)
    site_names = ("RadarBanten.co.id", "RADARBANTEN.CO.ID")
    article_pattern = r"{home}20\d\d/\d\d/(?:\d\d/)?[a-z0-9-]+/?"
