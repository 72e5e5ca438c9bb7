"""PublisherSpider: feeds, news sitemaps, sitemaps, indexes -> unseen pages. A publisher is class attributes."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Self

import scrapy
from lxml import etree
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Request, Response
from scrapy.settings import BaseSettings
from scrapy.utils.gz import gunzip
from twisted.python.failure import Failure

from crawler import archive, listings, outcomes, plan, relevance, settings
from crawler.addresses import cleaned, off_the_web, site, upgraded
from crawler.backoff import retry_after
from crawler.definition import check
from crawler.discovery import INDEX_PAGES, WALK_PAGES, is_older, next_page, parts, parts_instead
from crawler.frontier import Frontier, Received, Visit, now
from crawler.items import Hints, Outcome, Publisher
from crawler.reading import first_reading, judged
from crawler.shelf import Read

MAX_REFUSALS = 5  # in a row: the site has had enough of us, what is left stays for another day
PRIORITY = {"part": 50, "feed": 40, "sitemap": 30, "index": 20, "article": 0}  # an article is finished before the next
page_read = object()  # signal, maybe from a thread: how many articles of a publisher are read, of how many
settled = object()  # signal: one more address that was asked for has an answer, or is known to get none


class PublisherSpider(scrapy.Spider):
    """Base of all publishers. A subclass with a `name` is one; its file, name and class agree.

    "{home}" in any address or pattern stands for the homepage, so that a network's base can speak of it.
    """

    name: str
    title: ClassVar[str] = ""  # as readers know it
    homepage: ClassVar[str] = ""  # absolute, with scheme and closing "/"
    network: ClassVar[str] = ""  # who runs it beside others
    reach: ClassVar[str] = "national"  # or the full name of a province
    zone: ClassVar[str] = "Asia/Jakarta"
    language: ClassVar[str] = "id"
    confidence: ClassVar[str] = ""  # in these lines: "high", "medium", "low"; each publisher says its own
    checked: ClassVar[str] = ""  # date of the newest evidence for them: "2026-10-03", "2026-08", "2026"
    seen: ClassVar[tuple[str, ...]] = ()  # real addresses of its articles: article_pattern must fit them
    oddity: ClassVar[str] = ""  # what its pages do that its base's do not: such a site has a page in tests/pages

    feeds: ClassVar[tuple[str, ...]] = ()
    news_sitemaps: ClassVar[tuple[str, ...]] = ()  # read in every run
    sitemaps: ClassVar[tuple[str, ...]] = ()  # read once a day
    sitemap_pattern: ClassVar[str] = r".*"  # which of the sitemaps that a sitemap names are read
    indexes: ClassVar[tuple[str, ...]] = ()  # "…/ekonomi[/{page}]", "…?date={date:%Y-%m-%d}&page={page}"
    article_pattern: ClassVar[str] = ""  # fits the whole cleaned address of an article
    all_pages: ClassVar[str] = ""  # what follows an address to show all its pages on one ("?page=all")
    kept_query: ClassVar[tuple[str, ...]] = ()  # names in the query that belong to an article's address
    site_names: ClassVar[tuple[str, ...]] = ()  # further names of site and company that are no writers
    # "all", or "ikm": the full text only of what crawler/terms.toml fits. Official sites keep all unless they say more.
    keep: ClassVar[str] = ""

    frontier: Frontier

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Refuse a bad definition when the class is made, with the line to write."""
        super().__init_subclass__(**kwargs)
        if "name" in cls.__dict__:
            check(cls)
            cls.keep = cls.keep or ("all" if site(cls.homepage).endswith(".go.id") else "ikm")
            if cls.keep not in relevance.KEEP:
                raise ValueError(f'{cls.__name__} must set \'keep\' to "all" or "ikm", e.g. keep = "all"')

    def __init__(self, since: str | date | None = None, limit: str | int | None = None, **kwargs: Any) -> None:
        """`since`: leave out what is listed as older than this day. `limit`: ask for this many articles at most."""
        super().__init__(**kwargs)
        self.since = date.fromisoformat(since) if isinstance(since, str) else since
        self.limit = int(limit) if limit is not None else None
        self.asked: dict[str, Visit] = {}
        self.answered: set[str] = set()
        self.articles = 0
        self.read = 0  # articles that were read as their page came
        self.refusals = 0
        self.wait: timedelta | None = None  # that the site asked for
        self.heard = False  # whether a feed or sitemap has answered
        self.indexes_asked = self.archive_asked = False
        self.held_back = 0  # addresses over the ceiling of a run, left to the next
        self.shown: dict[str, frozenset[str]] = {}  # index form -> the articles of its last page
        self.archives: list[str] = []
        self.ceiling = settings.REQUESTS_PER_RUN

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """A spider with its rows in articles.db."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.frontier = Frontier(Path(crawler.settings["ARTICLES_DB"]), cls.publisher())
        spider.archives = crawler.settings.getlist("ARCHIVE")
        spider.ceiling = crawler.settings.getint("REQUESTS_PER_RUN")
        return spider

    @classmethod
    def update_settings(cls, values: BaseSettings) -> None:
        """Say who we are, and answer from an archive where one is given."""
        super().update_settings(values)
        agent = settings.USER_AGENT_FORM.format(contact=values.get("CONTACT") or "archive")
        values.set("USER_AGENT", agent, priority="spider")
        if values.getlist("ARCHIVE"):
            archive.answer_from_archive(values)

    @classmethod
    def publisher(cls) -> Publisher:
        """The record of this publisher."""
        return Publisher(cls.name, cls.title, cls.homepage, cls.network, cls.reach, cls.zone, cls.language)

    @classmethod
    def hints(cls) -> Hints:
        """What the pages do not say of themselves."""
        names = tuple(name for name in (cls.title, cls.network, *cls.site_names) if name)
        return Hints(publisher=cls.name, site_names=names, zone=cls.zone, language=cls.language)

    def terms(self) -> relevance.Terms | None:
        """What an article must name to be kept whole; None: every article is. Settings KEEP and TERMS have the say."""
        if (self.settings.get("KEEP") or self.keep) == "all":
            return None
        return relevance.terms(self.settings.get("TERMS") or None)

    @classmethod
    def article_address(cls, url: str, base: str = "") -> str | None:
        """The cleaned address when it is one of an article of this publisher."""
        address = upgraded(cleaned(url, base, cls.kept_query), cls.homepage)
        return address if re.fullmatch(cls.article_pattern, address) else None

    async def start(self) -> AsyncIterator[Request]:
        """The listings, then what earlier runs left open."""
        first = [*plan.listings(self)]
        if plan.indexes_first(self):
            first += plan.indexes(self)
            self.indexes_asked = True
        for request in self._requests(self._held([*first, *self.frontier.pending()])):
            yield request

    def more(self) -> list[Request]:
        """What is asked for when all else has ended: indexes where nothing else answered, an archive's own articles."""
        visits: list[Visit] = []
        if not (self.indexes_asked or self.heard):
            visits = [*plan.indexes(self)]
        elif self.archives and not self.archive_asked:
            self.archive_asked = True
            visits = self.frontier.found(plan.archived(self))
        self.indexes_asked = True
        return [*self._requests(self._held(visits))]

    def _held(self, visits: list[Visit]) -> list[Visit]:
        """Those that an archive can answer; all where the live web does."""
        if not self.archives:
            return visits
        return [visit for visit in visits if archive.place_of(self.archives, visit.url, visit.kind == "article")]

    def _request(self, visit: Visit) -> Request | None:
        """A request for an address that this run has not asked for yet, within `limit` and the ceiling of a run."""
        if visit.url in self.asked or (visit.kind == "article" and self.articles == self.limit):
            return None
        if len(self.asked) >= self.ceiling and not self.archives:
            self.held_back += 1
            return None
        self.asked[visit.url] = visit
        self.articles += visit.kind == "article"
        return Request(
            visit.url,
            callback=self._answer,
            errback=self._failed,
            headers=self._conditions(visit),
            meta={"visit": visit},
            priority=PRIORITY[visit.kind],
        )

    def _conditions(self, visit: Visit) -> dict[str, str]:
        """What lets a site answer 304; a walk back asks a sitemap without, until it has read it so far back."""
        walk = self.since is not None and visit.kind in ("sitemap", "index")
        if walk and not self.frontier.walked(visit.url, self.since):  # type: ignore[arg-type]
            return {}
        return self.frontier.conditions(visit.url)

    async def _answer(self, response: Response) -> AsyncIterator[Received | Read | Request]:
        """Give an answer its outcome: a page to keep, a listing to read, or an end."""
        visit: Visit = response.meta["visit"]
        self._settle(visit)
        outcome, detail = outcomes.of_response(response, visit.url)
        if outcome is None and visit.kind not in ("article", "part"):
            for request in self._listing(response, visit):
                yield request
        elif outcome is None:
            self.refusals = 0
            async for result in self._page(response, visit):
                yield result
        else:
            self.frontier.ended(visit, outcome, response.status, detail)
            unchanged = outcome is Outcome.UNCHANGED
            self.heard = self.heard or (unchanged and visit.kind in ("feed", "sitemap"))
            due = self.frontier.unchanged_sitemap(visit.url, self.since) if unchanged else []
            for request in self._requests([*due, *self._instead(visit)]):
                yield request
            self._refused(outcome, response)

    def _requests(self, visits: Iterable[Visit]) -> Iterator[Request]:
        yield from (request for visit in visits if (request := self._request(visit)))

    def _settle(self, visit: Visit) -> None:
        self.answered.add(visit.url)
        self.crawler.signals.send_catch_log(settled, spider=self)

    def _refused(self, outcome: Outcome, response: Response) -> None:
        """Stop when the site refuses again and again, and at once when it says how long to wait."""
        self.wait = retry_after(response.status, _headers(response), datetime.now(UTC))
        if self.wait is not None and not self.archives:
            raise CloseSpider(f"asked to wait {int(self.wait.total_seconds())} s (Retry-After)")
        self.refusals = self.refusals + 1 if outcome is Outcome.BLOCKED else 0
        if self.refusals >= MAX_REFUSALS:
            raise CloseSpider(f"{MAX_REFUSALS} refusals in a row")

    def _failed(self, failure: Failure) -> Iterator[Request]:
        """Give an address that was not answered its outcome."""
        visit: Visit = failure.request.meta["visit"]  # type: ignore[attr-defined]
        self._settle(visit)
        outcome, detail = outcomes.of_failure(failure)
        self.frontier.ended(visit, outcome, None, detail)
        yield from self._requests(self._instead(visit))

    def _listing(self, response: Response, visit: Visit) -> Iterator[Request]:
        """Write the links of a listing and ask for those that are due."""
        try:
            links = listings.links(visit.kind, _unzipped(response), response.url, self.zone)
        except (ValueError, OSError, etree.LxmlError) as error:
            self.frontier.ended(visit, Outcome.BROKEN, response.status, f"unreadable {visit.kind}: {error}")
            return
        self.heard = self.heard or visit.kind in ("feed", "sitemap")
        private = self.settings.getbool("PRIVATE_ADDRESSES")
        refused = {link.url for link in links if off_the_web(link.url, private)}
        self.frontier.never_asked(refused)
        links = [link for link in links if link.url not in refused]
        found = [link for link in map(partial(self._found, visit, plan.horizon(self, visit)), links) if link]
        due = self.frontier.listed(visit, _headers(response), found, self._next(visit, links), self.since)
        yield from self._requests(due)

    def _next(self, visit: Visit, links: list[listings.Link]) -> Visit | None:
        """The next page of an index; none after a page that shows no article, or what the page before it showed."""
        shown = frozenset(filter(None, (self.article_address(link.url) for link in links)))
        form = str(visit.listed.get("form"))
        again, self.shown[form] = shown == self.shown.get(form), shown
        return None if not shown or again else next_page(visit, WALK_PAGES if self.since else INDEX_PAGES)

    def _found(self, listing: Visit, first: date | None, link: listings.Link) -> Visit | None:
        """The visit that a link asks for: a further sitemap or an article; None for all else, and what is too old."""
        said = link.said()
        if link.listing:
            news = listing.url in self.news_sitemaps or bool(listing.listed.get("news"))
            wanted = re.search(self.sitemap_pattern, link.url) and not is_older("", said, self.since)
            return Visit(link.url, "sitemap", listed={**said, "parent": listing.url, "news": news}) if wanted else None
        url = self.article_address(link.url)
        if url is None or is_older(url, said, first):
            return None
        return Visit(url, "article", listed={} if listing.kind == "index" else said)

    async def _page(self, response: Response, visit: Visit) -> AsyncIterator[Received | Read | Request]:
        """The page, to be kept by the pipeline, and requests for the later pages found on it."""
        later: list[str] = []
        reading = None
        if visit.kind == "article":
            said = replace(self.hints(), listed=self.frontier.said(visit.url))
            later, reading = await first_reading(response.body, response.url, response.status, said)
        found = tuple(parts(visit, response.url, later, self.all_pages))
        stamp = archive.taken(response) or now()
        page = Received(visit, response.url, response.status, _headers(response), response.body, stamp, found)
        yield page if found or reading is None else Read(page, judged(reading, self.terms()))
        for request in self._requests(found):
            yield request

    def _instead(self, visit: Visit) -> list[Visit]:
        """What is asked for where an address did not answer: later pages one by one in place of all on one."""
        visits = parts_instead(visit)
        self.frontier.parts(visits)
        return visits


def _headers(response: Response) -> dict[str, str]:
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
