"""What one run of a publisher asks for, in this order: feeds, news sitemaps, sitemaps, what earlier runs left open;
indexes once a day or where nothing else answered; and last, of a web archive, the articles that no listing named."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from crawler import archive
from crawler.discovery import index_days, index_visits, is_older
from crawler.visits import Visit, instant

if TYPE_CHECKING:  # the spider calls this module
    from crawler.publisher import PublisherSpider

DAILY_HOURS = 20  # sitemaps other than of news, and indexes: they only mend what feeds lose


def listings(spider: "PublisherSpider") -> Iterator[Visit]:
    """Feeds, news sitemaps, and once a day (on a walk back in time always) the sitemaps."""
    yield from (Visit(url, "feed") for url in spider.feeds)
    yield from (Visit(url, "sitemap") for url in spider.news_sitemaps)
    for url in spider.sitemaps:
        if spider.since or spider.archives or _stale(spider.frontier.visited(url)):
            yield Visit(url, "sitemap")


def indexes(spider: "PublisherSpider") -> Iterator[Visit]:
    """The first pages of the indexes, newest day first; a walk back skips what it has walked before."""
    today = _today(spider)
    for form in spider.indexes:
        for visit in index_visits(form, _days(spider, today)):
            settled = "{date:" in form and visit.listed["form"] not in _recent_forms(form, today)
            walked = spider.since and spider.frontier.walked(visit.url, spider.since)
            if not (walked and (settled or "{date:" not in form)):
                yield visit


def indexes_first(spider: "PublisherSpider") -> bool:
    """Whether indexes are asked for at once: once a day, on a walk back, and where a publisher has nothing else."""
    if spider.since or spider.archives or not (spider.feeds or spider.news_sitemaps or spider.sitemaps):
        return True
    return _stale(spider.frontier.last_index())


def horizon(spider: "PublisherSpider", listing: Visit) -> date | None:
    """The day before which a listing's entries are left out: `since`, and without it what a sitemap has of the past.

    Sitemaps may go back for years; only a walk (`--since`) follows them. An archive holds what it was made to hold.
    """
    news = listing.url in spider.news_sitemaps or listing.listed.get("news")  # holds the last days by its nature
    if spider.since or spider.archives or listing.kind != "sitemap" or news:
        return spider.since
    return index_days(_today(spider), None, None)[-1]


def archived(spider: "PublisherSpider") -> list[Visit]:
    """The articles of this publisher that the archives hold, not dated before `since`."""
    found: dict[str, Visit] = {}
    for url, place in archive.places(spider.archives).items():
        if place.status != 200 or archive.LATER.search(url):
            continue
        address = spider.article_address(url)
        if address and address not in found and not is_older(address, {}, spider.since):
            found[address] = Visit(address, "article")
    return list(found.values())


def _days(spider: "PublisherSpider", today: date) -> list[date]:
    """The days whose dated indexes are read. An archive shows the day it was made on, and costs nothing."""
    last = None if spider.archives else spider.frontier.last_good()
    return index_days(today, spider.since, instant(last).astimezone(ZoneInfo(spider.zone)).date() if last else None)


def _recent_forms(form: str, today: date) -> set[str]:
    """The forms of the days that may still grow: today and yesterday."""
    return {visit.listed["form"] for visit in index_visits(form, [today, today - timedelta(days=1)])}


def _today(spider: "PublisherSpider") -> date:
    zone = ZoneInfo(spider.zone)
    moment = archive.newest(spider.archives) if spider.archives else datetime.now(UTC)
    return moment.astimezone(zone).date()


def _stale(visited: str | None) -> bool:
    return not visited or instant(visited) < datetime.now(UTC) - timedelta(hours=DAILY_HOURS)
