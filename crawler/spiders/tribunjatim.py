"""TribunJatim, Surabaya."""

from crawler.networks.tribun import Tribun


class TribunJatim(Tribun):
    """Tribun Network's online paper of Jawa Timur."""

    name = "tribunjatim"
    title = "TribunJatim"
    homepage = "https://jatim.tribunnews.com/"
    reach = "Jawa Timur"
    site_names = (*Tribun.site_names, "TribunJatim.com", "Tribun Jatim")
