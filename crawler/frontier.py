"""What one run writes into articles.db: its row in `crawls`, the frontier `visits`, the received `pages`."""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from backports import zstd

from crawler.items import Outcome, Publisher
from crawler.store import articles_db, transaction

ZSTD_LEVEL = 3  # 21.7 KB and 0.15 ms a page; higher levels gain little
MAX_TRIES = 3  # a broken address is asked for again in two more runs, then left
BLOCKED_DAYS = 1  # a refusal may be over by then; asking sooner would only annoy

# Outcomes after which an archive's copy of the page is welcome.
NOTHING_CAME = frozenset({None, Outcome.BLOCKED, Outcome.BROKEN, Outcome.UNANSWERED, Outcome.GONE})
MARK_GONE = """update articles set gone = :day, changed = (select max(changed) + 1 from articles)
    where gone is null and url = (select coalesce(article, url) from visits where url = :url)"""
MARK_WALKED = """update visits set listed = json_set(coalesce(listed, '{}'), '$.since',
    min(:since, coalesce(json_extract(listed, '$.since'), :since))) where url = :url"""


@dataclass(frozen=True)
class Visit:
    """One address to ask for, as in table `visits`."""

    url: str
    kind: str  # feed, sitemap, index, article, part
    article: str | None = None  # of a part: the first page
    number: int | None = None
    listed: dict[str, Any] = field(default_factory=dict)  # what a listing said of it; of part 0 the `later` addresses


@dataclass(frozen=True)
class Received:
    """One page that came back, with the later pages found on it: the item that spiders yield."""

    visit: Visit
    url: str  # where redirects led
    status: int
    headers: dict[str, str]
    body: bytes
    fetched: str  # UTC: now, or when the archive took it
    parts: tuple[Visit, ...] = ()


class Frontier:
    """The rows of one publisher; every method is one transaction, so a kill at any moment leaves a whole state."""

    def __init__(self, path: Path, publisher: Publisher) -> None:
        self.db = articles_db(path)
        self.path = path
        self.publisher = publisher
        self.crawl = 0

    def open(self) -> None:
        """Begin a run. A row that a killed run left open is marked as interrupted."""
        name = self.publisher.name
        with transaction(self.db) as conn:
            conn.execute("insert or replace into publishers values (?, ?, ?, ?, ?, ?, ?)", astuple(self.publisher))
            conn.execute(
                "update crawls set error = 'interrupted' where publisher = ? and ended is null and error is null",
                [name],
            )
            cursor = conn.execute("insert into crawls (publisher, started) values (?, ?)", [name, now()])
            self.crawl = int(cursor.lastrowid or 0)

    def last_good(self) -> str | None:
        """When the last run without an error began."""
        query = "select max(started) from crawls where publisher = ? and ended is not null and error is null"
        started: str | None = self.db.execute(query, [self.publisher.name]).fetchone()[0]
        return started

    def pending(self) -> list[Visit]:
        """Addresses that have not ended: found but not answered, broken a few times, or refused some days ago."""
        query = """
            select url, kind, article, number, listed from visits
            where publisher = :publisher and kind in ('article', 'part', 'index')
            and (outcome is null or (outcome in ('broken', 'unanswered') and tries < :tries)
                 or (outcome = 'blocked' and tries < :tries and visited < :refused))
            order by kind = 'part' desc, found, rowid"""
        refused = (datetime.now(UTC) - timedelta(days=BLOCKED_DAYS)).isoformat(timespec="seconds")
        values = {"publisher": self.publisher.name, "tries": MAX_TRIES, "refused": refused}
        rows = self.db.execute(query, values).fetchall()
        return [_visit(row) for row in rows]

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that let a site answer 304 when nothing changed since our last visit."""
        row = self.db.execute("select etag, last_modified from visits where url = ?", [url]).fetchone() or (None, None)
        return {name: value for name, value in zip(("If-None-Match", "If-Modified-Since"), row, strict=True) if value}

    def visited(self, url: str) -> str | None:
        """When the address was last asked for."""
        row = self.db.execute("select visited from visits where url = ?", [url]).fetchone()
        return row[0] if row else None

    def listed(
        self,
        visit: Visit,
        headers: dict[str, str],
        found: Iterable[Visit],
        then: Visit | None = None,
        since: date | None = None,
    ) -> list[Visit]:
        """A listing was read: write its visit and all links on it; `then`, the next page, only when one of them is due.

        On a walk back to `since` the next page is due in any case, and the listing is marked as read so far back.

        Comes out: what is now to be asked for, new addresses and those the listing says were modified since.
        """
        with transaction(self.db) as conn:
            due = [link for link in found if self._find(link, since)]
            if (due or since) and then is not None:
                self._reset(then)
                due.append(then)
            self._insert(visit)
            conn.execute(
                "update visits set visited = ?, status = 200, outcome = 'listed', detail = null, etag = ?,"
                " last_modified = ?, tries = 0, crawl = ? where url = ?",
                [now(), headers.get("etag"), headers.get("last-modified"), self.crawl, visit.url],
            )
            if since:
                conn.execute(MARK_WALKED, {"since": since.isoformat(), "url": visit.url})
        return due

    def unchanged_sitemap(self, url: str, since: date | None = None) -> list[Visit]:
        """The sitemaps below one that answered 304: those of news, and those whose own times it does not give.

        On a walk back to `since` also those that were not yet read so far back.
        """
        query = """select url, kind, article, number, listed from visits where publisher = ?1 and kind = 'sitemap'
            and json_extract(listed, '$.parent') = ?2 and (json_extract(listed, '$.news') or outcome is null
            or json_extract(listed, '$.modified') is null or outcome in ('broken', 'unanswered')
            or (?3 is not null and json_extract(listed, '$.modified') >= ?3
                and coalesce(json_extract(listed, '$.since'), '9999') > ?3))"""
        rows = self.db.execute(query, [self.publisher.name, url, since and since.isoformat()]).fetchall()
        return [_visit(row) for row in rows]

    def received(self, page: Received) -> None:
        """A page came: keep it with its visit and with the parts found on it. Parts that it no longer has are gone."""
        headers = {":url": page.url, ":status": str(page.status), **page.headers}
        body = zstd.compress(page.body, ZSTD_LEVEL)
        url = page.visit.url
        moved = f"redirected to {page.url}" if page.url != url else None
        etag, modified = page.headers.get("etag"), page.headers.get("last-modified")
        with transaction(self.db) as conn:
            self._insert(page.visit)
            conn.execute(
                "update visits set visited = ?, status = ?, outcome = 'received', detail = ?, etag = ?,"
                " last_modified = ?, crawl = ? where url = ?",
                [now(), page.status, moved, etag, modified, self.crawl, url],
            )
            conn.execute(
                "insert or replace into pages values (?, ?, ?, ?)", [url, page.fetched, json.dumps(headers), body]
            )
            if page.visit.kind == "article":
                self._drop_parts(url, {part.url for part in page.parts})
            for part in page.parts:
                self._reset(part)

    def parts(self, parts: Iterable[Visit]) -> None:
        """Further parts of an article, where the address that should show all on one did not."""
        with transaction(self.db):
            for part in parts:
                self._reset(part)

    def ended(self, visit: Visit, outcome: Outcome, status: int | None = None, detail: str | None = None) -> None:
        """An address ended without a page to read. `robots` was never asked for, so it has no time.

        The article that stands under an address that is gone stays, and is marked with the day.
        """
        asked = None if outcome is Outcome.ROBOTS else now()
        failed = outcome in (Outcome.BROKEN, Outcome.BLOCKED)
        with transaction(self.db) as conn:
            self._insert(visit)
            conn.execute(
                "update visits set visited = coalesce(?, visited), status = ?, outcome = ?, detail = ?,"
                " tries = tries + ?, crawl = ? where url = ?",
                [asked, status, outcome, detail, int(failed), self.crawl, visit.url],
            )
            if outcome is Outcome.GONE and visit.kind == "article":
                conn.execute(MARK_GONE, {"day": now()[:10], "url": visit.url})

    def never_asked(self, urls: Iterable[str]) -> None:
        """Addresses off the public web that a listing names: counted once, in the run that found them; never asked."""
        with transaction(self.db) as conn:
            for url in sorted(urls):
                if self._insert(Visit(url, "article")):
                    conn.execute(
                        "update visits set outcome = ?, detail = ? where url = ?",
                        [Outcome.NOT_ARTICLE, "refused: not on the public web", url],
                    )

    def unanswered(self, visits: Iterable[Visit], count: bool) -> None:
        """Addresses that were asked for and have no answer when the run closes; `count`: as a try, of MAX_TRIES.

        A run that was cut off (its hour was over, its site refused) counts none: nobody failed to answer.
        """
        detail = "dropped without an answer" if count else "not asked any more when the run ended"
        with transaction(self.db) as conn:
            for visit in visits:
                self._insert(visit)
                conn.execute(
                    "update visits set outcome = 'unanswered', detail = ?, tries = tries + ?, crawl = ? where url = ?",
                    [detail, int(count), self.crawl, visit.url],
                )

    def found(self, visits: Iterable[Visit]) -> list[Visit]:
        """Articles that an archive holds: written where they are new; those of which nothing came so far are due."""
        query = """select v.outcome from visits v left join articles a on a.url = coalesce(v.article, v.url)
            left join pages p on p.url = v.url
            where v.url = ? and v.publisher = ? and a.id is null and p.url is null"""
        due = []
        with transaction(self.db):
            for visit in visits:
                if self._insert(visit):
                    due.append(visit)
                    continue
                row = self.db.execute(query, [visit.url, self.publisher.name]).fetchone()
                if row is not None and row[0] in NOTHING_CAME:
                    due.append(visit)
        return due

    def last_index(self) -> str | None:
        """When an index page was last read."""
        query = "select max(visited) from visits where publisher = ? and kind = 'index' and outcome = 'listed'"
        read: str | None = self.db.execute(query, [self.publisher.name]).fetchone()[0]
        return read

    def walked(self, url: str, since: date) -> bool:
        """Whether a listing was already read on a walk back to `since` or further."""
        query = (
            "select json_extract(listed, '$.since') from visits where url = ? and outcome in ('listed', 'unchanged')"
        )
        row = self.db.execute(query, [url]).fetchone()
        return bool(row and row[0] and row[0] <= since.isoformat())

    def said(self, url: str) -> dict[str, str]:
        """All that listings have said of an address so far."""
        row = self.db.execute("select listed from visits where url = ?", [url]).fetchone()
        return {name: value for name, value in json.loads((row and row[0]) or "{}").items() if isinstance(value, str)}

    def silence(self) -> str | None:
        """Why this run found nothing, when not one listing could be read; None when one could."""
        query = """select kind, url, outcome, detail from visits
            where crawl = ? and kind in ('feed', 'sitemap', 'index') and outcome is not null"""
        rows = self.db.execute(query, [self.crawl]).fetchall()
        if not rows or any(row[2] in (Outcome.LISTED, Outcome.UNCHANGED) for row in rows):
            return None
        kind, url, outcome, detail = rows[0]
        return f"no listing could be read; {kind} {url}: {outcome} ({detail})"

    def refused(self) -> bool:
        """Whether every listing that this run asked for was refused."""
        query = "select distinct outcome from visits where crawl = ? and kind in ('feed', 'sitemap', 'index')"
        rows = self.db.execute(query, [self.crawl]).fetchall()
        return [row[0] for row in rows] == [Outcome.BLOCKED]

    def close(self, error: str | None) -> None:
        """End the run: one count per outcome, made from the visits that it touched."""
        query = "select outcome, count(*) from visits where crawl = ? and outcome != 'received' group by outcome"
        with transaction(self.db) as conn:
            counts = dict.fromkeys(Outcome, 0) | dict(conn.execute(query, [self.crawl]).fetchall())
            started = conn.execute("select started from crawls where id = ?", [self.crawl]).fetchone()[0]
            found = conn.execute(
                "select count(*) from visits where publisher = ? and kind = 'article' and found >= ?",
                [self.publisher.name, started],
            ).fetchone()[0]
            fetched = conn.execute(
                "select count(*) from visits where crawl = ? and kind in ('article', 'part') and status = 200",
                [self.crawl],
            ).fetchone()[0]
            columns = ", ".join(f"{outcome} = ?" for outcome in Outcome)
            conn.execute(
                f"update crawls set ended = ?, error = ?, found = ?, fetched = ?, {columns} where id = ?",
                [now(), error, found, fetched, *(counts[outcome] for outcome in Outcome), self.crawl],
            )
        self.db.close()

    def _insert(self, visit: Visit) -> bool:
        """Write an address that is not there yet; whether it was new."""
        listed = json.dumps(visit.listed)
        cursor = self.db.conn.execute(
            "insert into visits (url, publisher, kind, article, number, found, listed, crawl)"
            " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            [visit.url, self.publisher.name, visit.kind, visit.article, visit.number, now(), listed, self.crawl],
        )
        return cursor.rowcount == 1

    def _find(self, link: Visit, since: date | None = None) -> bool:
        """Write an address that a listing names; whether it is to be asked for."""
        if self._insert(link):
            return True
        row = self.db.execute(
            "select v.publisher, v.outcome, v.listed, coalesce(p.fetched, v.visited)"
            " from visits v left join pages p using (url) where v.url = ?",
            [link.url],
        ).fetchone()
        publisher, outcome, listed, fetched = row
        if publisher != self.publisher.name or outcome == "received":
            return False
        known: dict[str, Any] = json.loads(listed or "{}")
        modified = link.listed.get("modified")
        if link.kind == "sitemap":
            again = link.listed["news"] or not modified or later(modified, known.get("modified"))
            again = again or (since is not None and known.get("since", "9999") > since.isoformat())
        else:  # compared with what was listed before: some sites' clocks are hours ahead of ours
            again = bool(modified) and later(str(modified), known.get("modified") or fetched)
        if known != known | link.listed:
            listed = json.dumps(known | link.listed)
            self.db.conn.execute("update visits set listed = ? where url = ?", [listed, link.url])
        if again:
            self.db.conn.execute("update visits set outcome = null, tries = 0 where url = ?", [link.url])
        return again or outcome in (None, Outcome.UNANSWERED)

    def _reset(self, visit: Visit) -> None:
        """Let an address be pending again, new or not."""
        if not self._insert(visit):
            self.db.conn.execute(
                "update visits set outcome = null, tries = 0, article = ?, number = ?, listed = ? where url = ?",
                [visit.article, visit.number, json.dumps(visit.listed), visit.url],
            )

    def _drop_parts(self, article: str, kept: set[str]) -> None:
        """Let go of the parts of an article that it no longer has."""
        rows = self.db.execute("select url from visits where kind = 'part' and article = ?", [article]).fetchall()
        for url in {row[0] for row in rows} - kept:
            self.db.conn.execute("delete from pages where url = ?", [url])
            self.db.conn.execute(
                "update visits set outcome = 'gone', detail = 'no longer a page of it', crawl = ? where url = ?",
                [self.crawl, url],
            )


def _visit(row: tuple[str, str, str | None, int | None, str | None]) -> Visit:
    url, kind, article, number, listed = row
    return Visit(url, kind, article, number, json.loads(listed or "{}"))


def now() -> str:
    """This moment, UTC, as all times in articles.db."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def later(one: str, other: str | None) -> bool:
    """Whether a time is after another; a date alone is its first moment, without offset it is UTC."""
    return other is None or instant(one) > instant(other)


def instant(text: str) -> datetime:
    """An ISO 8601 time or date as a moment."""
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)
