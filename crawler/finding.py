"""What a feed, sitemap or index brings: its links written down, and those that are now to be asked for."""

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree
from scrapy.http import Response
from scrapy.utils.gz import gunzip

from crawler import listings, plan, settings
from crawler.addresses import off_the_web
from crawler.discovery import INDEX_PAGES, WALK_PAGES, is_older, next_page
from crawler.items import Outcome
from crawler.likely import likely
from crawler.visits import Visit

MANY = 5  # links to articles of other addresses: an empty section shows a few of its neighbours

if TYPE_CHECKING:  # the spider calls this module
    from crawler.publisher import PublisherSpider


def due(spider: "PublisherSpider", response: Response, visit: Visit) -> list[Visit]:
    """Write the links of a listing; what of it is to be asked for. Nothing of one that cannot be read."""
    try:
        links = listings.links(visit.kind, _unzipped(response), response.url, spider.zone)
    except (ValueError, OSError, etree.LxmlError) as error:
        spider.frontier.ended(visit, Outcome.BROKEN, response.status, f"unreadable {visit.kind}: {error}")
        return []
    spider.heard = spider.heard or visit.kind in ("feed", "sitemap")
    private = spider.settings.getbool("PRIVATE_ADDRESSES")
    refused = {link.url for link in links if off_the_web(link.url, private)}
    spider.frontier.never_asked(refused)
    links = [link for link in links if link.url not in refused]
    found = [link for link in map(partial(_found, spider, visit, plan.horizon(spider, visit)), links) if link]
    then, strange = _next(spider, visit, links), _strange(spider, response.url, visit, links)
    return spider.frontier.listed(visit, headers(response), found, then, spider.since, strange)


def _strange(spider: "PublisherSpider", url: str, visit: Visit, links: list[listings.Link]) -> str | None:
    """What is said of an index whose links look like articles but are none by the publisher's pattern."""
    if visit.kind != "index" or any(spider.article_address(link.url) for link in links):
        return None
    number = len(likely(links, url))
    return f"none of {number} links that look like articles fits article_pattern" if number >= MANY else None


def _next(spider: "PublisherSpider", visit: Visit, links: list[listings.Link]) -> Visit | None:
    """The next page of an index; none after a page that shows no article, or what the page before it showed."""
    shown = frozenset(filter(None, (spider.article_address(link.url) for link in links)))
    form = str(visit.listed.get("form"))
    again, spider.shown[form] = shown == spider.shown.get(form), shown
    return None if not shown or again else next_page(visit, WALK_PAGES if spider.since else INDEX_PAGES)


def _found(spider: "PublisherSpider", listing: Visit, first: date | None, link: listings.Link) -> Visit | None:
    """The visit that a link asks for: a further sitemap or an article; None for all else, and what is too old."""
    said = link.said()
    if link.listing:
        news = listing.url in spider.news_sitemaps or bool(listing.listed.get("news"))
        wanted = re.search(spider.sitemap_pattern, link.url) and not is_older("", said, spider.since)
        return Visit(link.url, "sitemap", listed={**said, "parent": listing.url, "news": news}) if wanted else None
    url = spider.article_address(link.url)
    if url is None or is_older(url, said, first):
        return None
    return Visit(url, "article", listed={} if listing.kind == "index" else said)


def headers(response: Response) -> dict[str, str]:
    """The answer's headers, names in small letters, the last of each."""
    return {
        name.decode("latin-1").lower(): values[-1].decode("latin-1")
        for name, values in response.headers.items()
        if values
    }


def _unzipped(response: Response) -> bytes:
    """The body, unpacked where a sitemap is a .gz file, up to the limit for all pages."""
    if response.body[:2] != b"\x1f\x8b":
        return response.body
    return gunzip(response.body, max_size=settings.DOWNLOAD_MAXSIZE)
