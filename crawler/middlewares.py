"""Only the public web: addresses of this machine and its network are refused, by name, number and after redirects."""

import logging
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Request
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from crawler.addresses import is_private
from crawler.outcomes import Refused

logger = logging.getLogger(__name__)


class PublicOnly:
    """Refuses requests, and what they are redirected to, that name a private address outright."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        if crawler.settings.getbool("PRIVATE_ADDRESSES"):
            raise NotConfigured
        return cls()

    def process_request(self, request: Request) -> None:
        """Let a public address pass."""
        host = urlparse_cached(request).hostname or ""
        if not host or is_private(host):
            raise Refused(f"refused: {host or 'an address without host'} is not on the public web")


class PublicResolver(CachingThreadedResolver):
    """Names that stand for a private address do not exist; what was checked is what is then connected to."""

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, private: bool = False) -> None:
        super().__init__(reactor, cache_size, timeout)
        self.private = private

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Made by Scrapy, once for the process."""
        settings = crawler.settings
        size = settings.getint("DNSCACHE_SIZE") if settings.getbool("DNSCACHE_ENABLED") else 0
        return cls(reactor, size, settings.getfloat("DNS_TIMEOUT"), settings.getbool("PRIVATE_ADDRESSES"))

    def getHostByName(self, name: str, timeout: object = ()) -> Deferred[str]:
        """The address of a name, when it is public."""
        found = super().getHostByName(name)
        return found if self.private else found.addCallback(_public, name)


def _public(address: str, name: str) -> str:
    if is_private(address):
        logger.warning("Refused: %s stands for %s, which is not on the public web", name, address)
        raise DNSLookupError(f"refused: {name}")
    return address
