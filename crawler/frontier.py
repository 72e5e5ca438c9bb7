"""What one run writes into articles.db: its row in `crawls`, the frontier `visits`, the received `pages`."""

import json
from collections.abc import Iterable
from dataclasses import astuple
from datetime import date
from typing import Any

from backports import zstd

from crawler.items import Outcome
from crawler.past import Past
from crawler.store import transaction
from crawler.visits import Received, Visit, later, now

ZSTD_LEVEL = 3  # 21.7 KB and 0.15 ms a page; higher levels gain little

# Outcomes after which an archive's copy of the page is welcome.
NOTHING_CAME = frozenset({None, Outcome.BLOCKED, Outcome.BROKEN, Outcome.UNANSWERED, Outcome.GONE})
MARK_GONE = """update articles set gone = :day, changed = (select max(changed) + 1 from articles)
    where gone is null and url = (select coalesce(article, url) from visits where url = :url)"""
MARK_WALKED = """update visits set listed = json_set(coalesce(listed, '{}'), '$.since',
    min(:since, coalesce(json_extract(listed, '$.since'), :since))) where url = :url"""


class Frontier(Past):
    """The rows of one publisher; every method is one transaction, so a kill at any moment leaves a whole state."""

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

    def listed(
        self,
        visit: Visit,
        headers: dict[str, str],
        found: Iterable[Visit],
        then: Visit | None = None,
        since: date | None = None,
        detail: str | None = None,
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
                "update visits set visited = ?, status = 200, outcome = 'listed', detail = ?, etag = ?,"
                " last_modified = ?, tries = 0, crawl = ? where url = ?",
                [now(), detail, headers.get("etag"), headers.get("last-modified"), self.crawl, visit.url],
            )
            if since:
                conn.execute(MARK_WALKED, {"since": since.isoformat(), "url": visit.url})
        return due

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

    def close(self, error: str | None) -> None:
        """End the run: one count per outcome, made from the visits that it touched."""
        with transaction(self.db) as conn:
            counts = self.counts()
            columns = ", ".join(f"{name} = ?" for name in counts)
            conn.execute(
                f"update crawls set ended = ?, error = ?, {columns} where id = ?",
                [now(), error, *counts.values(), self.crawl],
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
