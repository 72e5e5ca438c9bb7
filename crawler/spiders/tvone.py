"""tvOnenews."""

from crawler.publisher import PublisherSpider


class TvOne(PublisherSpider):
    """VIVA's television, on a CMS of its own."""

    name = "tvone"
    title = "tvOnenews"
    homepage = "https://www.tvonenews.com/"
    network = "VIVA"
    confidence = "medium"
    checked = "2026-08-17"
    seen = (
        "https://www.tvonenews.com/daerah/sumatera/141365-oknum-guru-dan-siswa-di-kota-bengkulu-diduga-lakukan-perundungan",
        "https://www.tvonenews.com/berita/294721-perusahaan-ini-cetak-rekor-penjualan-74-ton-emas-15-juta-pelanggan-di-asia-tenggara",
    )
    site_names = ("tvOnenews.com", "tvOne")
    indexes = ("{home}",)
    article_pattern = r"{home}(?!tag/)[a-z/-]+/\d+-[a-z0-9-]+/?"
