"""Tribun Babel, Pangkalpinang, once BabelNews.id."""

from crawler.networks.tribun import Tribun


class TribunBabel(Tribun):
    """Tribun Network's paper of Kepulauan Bangka Belitung."""

    name = "tribunbabel"
    title = "Tribun Babel"
    homepage = "https://babel.tribunnews.com/"
    reach = "Kepulauan Bangka Belitung"
    confidence = "low"
    checked = "2026-04-26"
    site_names = (*Tribun.site_names, "BabelNews.id", "Babelnews")
