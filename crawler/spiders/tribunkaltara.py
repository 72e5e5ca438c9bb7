"""TribunKaltara, Tanjung Selor."""

from crawler.networks.tribun import Tribun


class TribunKaltara(Tribun):
    """Tribun Network's paper of Kalimantan Utara."""

    name = "tribunkaltara"
    title = "TribunKaltara"
    homepage = "https://kaltara.tribunnews.com/"
    reach = "Kalimantan Utara"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026"  # a scraper walks its sitemap.xml
    seen = (
        "https://kaltara.tribunnews.com/2025/02/13/jelang-as-roma-duel-porto-di-liga-europa-ranieri-lempar-peringatan-keras-ke-dybala-cs-soal-ini",
    )
    site_names = (*Tribun.site_names, "TribunKaltara.com")
