"""Suara Merdeka, Semarang."""

from crawler.networks.promedia import Promedia


class SuaraMerdeka(Promedia):
    """The daily of Jawa Tengah."""

    name = "suaramerdeka"
    title = "Suara Merdeka"
    homepage = "https://www.suaramerdeka.com/"
    reach = "Jawa Tengah"
    confidence = "medium"
    checked = "2026-04-24"
    seen = ("https://www.suaramerdeka.com/ekonomi/0416348320/",)
    site_names = (*Promedia.site_names, "suaramerdeka.com", "SUARAMERDEKA.COM")
    indexes = ("{home}page/{page}/",)
