"""ANTARA, the national news agency."""

from crawler.networks.antara import Antara


class AntaraNews(Antara):
    """ANTARA's main site."""

    name = "antaranews"
    title = "ANTARA News"
    homepage = "https://www.antaranews.com/"
    confidence = "high"
    checked = "2026-10-03"
    seen = (
        "https://www.antaranews.com/berita/5198885/pramono-segera-kembangkan-transaksi-digital-di-seluruh-pasar-jakarta",
    )
    feeds = ("{home}rss/terkini.xml", "{home}rss/ekonomi.xml", "{home}rss/rilis-pers.xml")
    indexes = ("{home}terkini?page={page}",)  # /indeks/YYYY-MM-DD is 404 (2026-10-03)
