"""Banjarmasin Post, Banjarmasin."""

from crawler.networks.tribun import Tribun


class BanjarmasinPost(Tribun):
    """Tribun Network's paper of Kalimantan Selatan."""

    name = "banjarmasinpost"
    title = "Banjarmasin Post"
    homepage = "https://banjarmasin.tribunnews.com/"
    reach = "Kalimantan Selatan"
    zone = "Asia/Makassar"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://banjarmasin.tribunnews.com/2024/09/25/kekeringan-landa-sejumlah-daerah-warga-bincau-banjar-kalsel-perdalam-sumur",
    )
    site_names = (*Tribun.site_names, "BANJARMASINPOST.CO.ID", "BPost", "BPost Online")
