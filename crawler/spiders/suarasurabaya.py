"""Suara Surabaya, the radio station."""

from crawler.networks.wordpress import WordPress


class SuaraSurabaya(WordPress):
    """Surabaya's news radio, online."""

    name = "suarasurabaya"
    title = "Suara Surabaya"
    homepage = "https://www.suarasurabaya.net/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026"
    seen = ("https://www.suarasurabaya.net/ekonomibisnis/2021/tiga-kawasan-industri-baru-sedang-dibangun-di-jatim/",)
    site_names = ("suarasurabaya.net", "Suara Surabaya Media")
    article_pattern = r"{home}[a-z-]+/20\d\d/[a-z0-9-]+/?"
