"""detikJatim."""

from crawler.networks.detik import Detik


class DetikJatim(Detik):
    """Detik's pages on Jawa Timur, below the main host."""

    name = "detikjatim"
    title = "detikJatim"
    homepage = "https://www.detik.com/jatim/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026-10-03"
    seen = (
        "https://www.detik.com/jatim/berita/d-8356380/dprd-minta-rumah-sakit-tak-tolak-pasien-pbi-bpjs-yang-dinonaktifkan",
    )
    news_sitemaps = ()  # nobody has seen one below /jatim
    indexes = ("{home}indeks",)  # by analogy with the other channels; undated
