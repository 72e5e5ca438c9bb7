"""CNBC Indonesia."""

from crawler.networks.transmedia import Transmedia


class CnbcIndonesia(Transmedia):
    """CNBC Indonesia: business and markets."""

    name = "cnbcindonesia"
    title = "CNBC Indonesia"
    homepage = "https://www.cnbcindonesia.com/"
    confidence = "high"
    checked = "2026-10-03"
    seen = (
        "https://www.cnbcindonesia.com/tech/20260610101136-37-741604/syarat-baru-ecommerce-wajib-punya-nib-atau-diblokir-ini-cara-buatnya",
    )
    feeds = ("{home}news/rss", "{home}entrepreneur/rss", "{home}market/rss")  # 100 items each
    indexes = ("{home}indeks?date={date:%Y/%m/%d}&tipe=&page={page}",)  # 10 a page
