"""Pikiran Rakyat, Bandung."""

from crawler.networks.promedia import Promedia


class PikiranRakyat(Promedia):
    """The daily of Jawa Barat, online; its network's other papers are hosts of pikiran-rakyat.com."""

    name = "pikiranrakyat"
    title = "Pikiran Rakyat"
    homepage = "https://www.pikiran-rakyat.com/"
    network = "Pikiran Rakyat Media Network"
    reach = "Jawa Barat"
    confidence = "medium"
    checked = "2026-04-24"
    seen = (
        "https://www.pikiran-rakyat.com/jawa-barat/pr-01322721/pesta-budaya-ciletuh-sabilulungan-di-sukabumi-bagja-keur-balarea",
    )
    site_names = (*Promedia.site_names, "Pikiran-Rakyat.com", "PIKIRAN RAKYAT", "PRMN")
