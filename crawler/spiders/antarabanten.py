"""ANTARA's bureau in Serang."""

from crawler.networks.antara import Antara


class AntaraBanten(Antara):
    """ANTARA Banten."""

    name = "antarabanten"
    title = "ANTARA Banten"
    homepage = "https://banten.antaranews.com/"
    reach = "Banten"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://banten.antaranews.com/berita/392129/luka-menalo-siap-berkontribusi-saat-persib-bandung-hadapi-port-fc",
    )
