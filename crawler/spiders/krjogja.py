"""Kedaulatan Rakyat, Yogyakarta."""

from crawler.networks.promedia import Promedia


class KrJogja(Promedia):
    """The daily of Yogyakarta, online."""

    name = "krjogja"
    title = "KR Jogja"
    homepage = "https://www.krjogja.com/"
    reach = "Daerah Istimewa Yogyakarta"
    confidence = "medium"
    checked = "2026"
    seen = (
        "https://www.krjogja.com/yogyakarta/1246962799/bau-sampah-menyengat-tiga-hari-terakhir-warga-mendungan-geruduk-unit-pengelolaan-sampah-nitikan-2",
    )
    site_names = (*Promedia.site_names, "Kedaulatan Rakyat", "KRjogja.com", "KRJOGJA.com", "KR")
    indexes = ("{home}",)
