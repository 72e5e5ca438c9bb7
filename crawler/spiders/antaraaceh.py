"""ANTARA's bureau in Banda Aceh."""

from crawler.networks.antara import Antara


class AntaraAceh(Antara):
    """ANTARA Aceh."""

    name = "antaraaceh"
    title = "ANTARA Aceh"
    homepage = "https://aceh.antaranews.com/"
    reach = "Aceh"
    confidence = "medium"
    checked = "2026"
