"""detikFinance."""

from crawler.networks.detik import Detik


class DetikFinance(Detik):
    """Detik's channel on the economy."""

    name = "detikfinance"
    title = "detikFinance"
    homepage = "https://finance.detik.com/"
