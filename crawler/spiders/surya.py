"""Surya, Surabaya: surya.co.id moved to Tribun Network's host."""

from crawler.networks.tribun import Tribun


class Surya(Tribun):
    """The daily of Jawa Timur in Tribun Network."""

    name = "surya"
    title = "Surya"
    homepage = "https://surabaya.tribunnews.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026-04-26"
    seen = (
        "https://surabaya.tribunnews.com/jawa-timur/1920867/guru-smpn-1-trenggalek-korban-penganiayaan-tolak-damai-proses-hukum-tetap-berlanjut",
        "https://surabaya.tribunnews.com/2025/06/08/cerita-munir-siswa-man-3-kediri-lolos-seleksi-universitas-al-azhar-kairo-jalur-kemenag",
    )
    site_names = (*Tribun.site_names, "Surya.co.id", "SURYA.CO.ID", "Harian Surya", "TribunJatim.com")
