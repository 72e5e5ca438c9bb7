"""Galamedia, Bandung."""

from crawler.networks.promedia import Promedia


class Galamedia(Promedia):
    """Pikiran Rakyat's second paper."""

    name = "galamedia"
    title = "Galamedia"
    homepage = "https://galamedia.pikiran-rakyat.com/"
    network = "Pikiran Rakyat Media Network"
    reach = "Jawa Barat"
    confidence = "medium"
    checked = "2026-04-24"
    seen = (
        "https://galamedia.pikiran-rakyat.com/humaniora/pr-35892346/janda-bolong-ini-4-manfaat-kesehatan-tanaman-hias-yang-harganya-selangit-itu?page=2",
    )
    site_names = (*Promedia.site_names, "Galamedianews", "GALAMEDIANEWS", "Galamedia News")
    feeds = ()  # /feed is listed by old lists alone
    indexes = ("{home}?page={page}",)
