"""Tribunnews, Jakarta: the network's own paper."""

from crawler.networks.tribun import Tribun


class Tribunnews(Tribun):
    """Tribun Network's national paper."""

    name = "tribunnews"
    title = "Tribunnews"
    homepage = "https://www.tribunnews.com/"
    confidence = "high"
    checked = "2026-08-17"
    seen = (
        "https://www.tribunnews.com/internasional/2026/07/24/rusia-menjebak-buruh-migran-agar-bertempur-di-ukraina",
        "https://www.tribunnews.com/nasional/2025/06/07/greenpeace-bantah-pernyataan-bahlil-soal-tambang-nikel-di-raja-ampat-jauh-dari-daerah-wisata",
    )
