"""PublisherSpider: feeds, news sitemaps, sitemaps, indexes -> unseen pages. A publisher is class attributes."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Request, Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler import archive, finding, outcomes, plan, relevance, settings, sitewide
from crawler.backoff import retry_after
from crawler.definition import Defined
from crawler.discovery import parts, parts_instead
from crawler.finding import headers
from crawler.frontier import Frontier
from crawler.items import Hints, Outcome
from crawler.reading import first_reading, judged
from crawler.shelf import Read
from crawler.visits import Received, Visit, now

MAX_REFUSALS = 5  # in a row: the site has had enough of us, what is left stays for another day
PRIORITY = {"part": 50, "feed": 40, "sitemap": 30, "index": 20, "article": 0}  # an article is finished before the next
page_read = object()  # signal, maybe from a thread: how many articles of a publisher are read, of how many
settled = object()  # signal: one more address that was asked for has an answer, or is known to get none


class PublisherSpider(Defined):
    """Base of all publishers: what a run asks for, and what becomes of each answer."""

    frontier: Frontier

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
        self.keywords: Counter[str] = Counter()  # of the articles' pages, for machines (crawler.sitewide)
        self.sitewide: frozenset[str] = frozenset()  # those known when the run began
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

    def known(self) -> Hints:
        """The same, with what the runs so far have shown of the site."""
        return replace(self.hints(), common=self.sitewide | sitewide.common(self.keywords))

    def terms(self) -> relevance.Terms | None:
        """What an article must name to be kept whole; None: every article is. Settings KEEP and TERMS have the say."""
        if (self.settings.get("KEEP") or self.keep) == "all":
            return None
        return relevance.terms(self.settings.get("TERMS") or None)

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
            for request in self._requests(finding.due(self, response, visit)):
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
        self.wait = retry_after(response.status, headers(response), datetime.now(UTC))
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

    async def _page(self, response: Response, visit: Visit) -> AsyncIterator[Received | Read | Request]:
        """The page, to be kept by the pipeline, and requests for the later pages found on it."""
        later: list[str] = []
        reading = None
        if visit.kind == "article":
            self.keywords.update({sitewide.PAGES, *sitewide.keywords(response.body)})
            said = replace(self.known(), listed=self.frontier.said(visit.url))
            later, reading = await first_reading(response.body, response.url, response.status, said)
        found = tuple(parts(visit, response.url, later, self.all_pages))
        stamp = archive.taken(response) or now()
        page = Received(visit, response.url, response.status, headers(response), response.body, stamp, found)
        yield page if found or reading is None else Read(page, judged(reading, self.terms()))
        for request in self._requests(found):
            yield request

    def _instead(self, visit: Visit) -> list[Visit]:
        """What is asked for where an address did not answer: later pages one by one in place of all on one."""
        visits = parts_instead(visit)
        self.frontier.parts(visits)
        return visits
