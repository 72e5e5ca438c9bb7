"""The Cabinet Secretariat."""

from crawler.networks.wordpress import WordPress


class Setkab(WordPress):
    """Sekretariat Kabinet: news, speeches, transcripts."""

    name = "setkab"
    title = "Sekretariat Kabinet"
    homepage = "https://setkab.go.id/"
    network = "Pemerintah"
    confidence = "high"
    checked = "2026-08-12"
    seen = ("https://setkab.go.id/energi-hijau-jadi-fokus-pertemuan-presiden-prabowo-dengan-jusuf-kalla/",)
    oddity = "no writers but initials at the end, '(ABC/DEF)'; dates without a time"
    site_names = ("Setkab", "Sekretariat Kabinet Republik Indonesia", "Humas Setkab", "BPMI Setpres")
    # Keeps many machines out: an empty page was seen (2026-08-12). The feed carries the full text.
