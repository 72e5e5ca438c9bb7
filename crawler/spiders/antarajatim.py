"""ANTARA's bureau in Surabaya."""

from crawler.networks.antara import Antara


class AntaraJatim(Antara):
    """ANTARA Jawa Timur."""

    name = "antarajatim"
    title = "ANTARA Jawa Timur"
    homepage = "https://jatim.antaranews.com/"
    reach = "Jawa Timur"
