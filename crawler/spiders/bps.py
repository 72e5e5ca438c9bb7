"""Statistics Indonesia."""

from crawler.publisher import PublisherSpider


class Bps(PublisherSpider):
    """Badan Pusat Statistik: berita resmi statistik."""

    name = "bps"
    title = "Badan Pusat Statistik"
    homepage = "https://www.bps.go.id/"
    network = "Pemerintah"
    confidence = "low"
    checked = "2026-08-12"
    seen = (
        "https://www.bps.go.id/id/pressrelease/2026/05/04/2570/inflasi-year-on-year--y-on-y--pada-april-2026-sebesar-2-42-persen-.html",
    )
    site_names = ("BPS", "BPS-Statistics Indonesia", "BPS RI")
    # The list is built in the browser, behind Cloudflare (2026-08): expect `blocked`, and what archives hold. The way
    # for machines is webapi.bps.go.id, which wants a key that each office registers for itself.
    indexes = ("{home}id/pressrelease",)
    article_pattern = r"https://(?:[a-z]+\.)?bps\.go\.id/id/pressrelease/20\d\d/\d\d/\d\d/\d+/[^/?#]*"
