"""Harian Bhirawa, Surabaya."""

from crawler.networks.wordpress import WordPress


class HarianBhirawa(WordPress):
    """The daily of Jawa Timur's administrations."""

    name = "harianbhirawa"
    title = "Harian Bhirawa"
    homepage = "https://www.harianbhirawa.co.id/"
    reach = "Jawa Timur"
    confidence = "medium"
    checked = "2026-09"
    seen = (
        "https://www.harianbhirawa.co.id/kedundung-kota-mojokerto-masuk-nominasi-kelurahan-terbaik-lomba-gotong-royong-tingkat-provinsi-jatim/",
    )
    site_names = ("Bhirawa", "harianbhirawa.co.id")
