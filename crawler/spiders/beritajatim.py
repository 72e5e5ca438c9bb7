"""beritajatim.com, Surabaya."""

from crawler.networks.wordpress import WordPress


class BeritaJatim(WordPress):
    """News of Jawa Timur, online only."""

    name = "beritajatim"
    title = "beritajatim.com"
    homepage = "https://beritajatim.com/"
    reach = "Jawa Timur"
    confidence = "high"
    checked = "2026-08-18"
    seen = ("https://beritajatim.com/grebeg-suro-2026-resmi-dibuka-ponorogo-tegaskan-posisi-sebagai-kota-budaya",)
    indexes = ("{home}[page/{page}/]",)
