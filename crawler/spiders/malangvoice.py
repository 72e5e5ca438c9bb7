"""MalangVoice, Malang."""

from crawler.networks.wordpress import WordPress


class MalangVoice(WordPress):
    """News of Malang."""

    name = "malangvoice"
    title = "MalangVoice"
    homepage = "https://malangvoice.com/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026"
    seen = ("https://malangvoice.com/kejadian-gawat-darurat-masyarakat-kota-malang-cukup-telepon-112/",)
    site_names = ("Malangvoice.com", "MVoice")
