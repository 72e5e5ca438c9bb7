"""ANTARA's bureau in Pontianak."""

from crawler.networks.antara import Antara


class AntaraKalbar(Antara):
    """ANTARA Kalimantan Barat."""

    name = "antarakalbar"
    title = "ANTARA Kalimantan Barat"
    homepage = "https://kalbar.antaranews.com/"
    reach = "Kalimantan Barat"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://kalbar.antaranews.com/berita/589124/bpbd-sintang-tingkatkan-patroli-terpadu-cegah-karhutla-di-ketungau-tengah",
    )
