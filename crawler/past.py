"""What articles.db knows of a publisher's addresses: questions that change nothing."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from crawler.items import Outcome, Publisher
from crawler.store import articles_db
from crawler.visits import Visit, visit_of

MAX_TRIES = 3  # a broken address is asked for again in two more runs, then left
BLOCKED_DAYS = 1  # a refusal may be over by then; asking sooner would only annoy


class Past:
    """The rows of one publisher, read."""

    def __init__(self, path: Path, publisher: Publisher) -> None:
        self.db = articles_db(path)
        self.path = path
        self.publisher = publisher
        self.crawl = 0

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
        return [visit_of(row) for row in rows]

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that let a site answer 304 when nothing changed since our last visit."""
        row = self.db.execute("select etag, last_modified from visits where url = ?", [url]).fetchone() or (None, None)
        return {name: value for name, value in zip(("If-None-Match", "If-Modified-Since"), row, strict=True) if value}

    def visited(self, url: str) -> str | None:
        """When the address was last asked for."""
        row = self.db.execute("select visited from visits where url = ?", [url]).fetchone()
        return row[0] if row else None

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
        return [visit_of(row) for row in rows]

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

    def counts(self) -> dict[str, int]:
        """What this run came to: found and fetched, and how many of the addresses that it touched had each outcome."""
        query = "select outcome, count(*) from visits where crawl = ? and outcome != 'received' group by outcome"
        ended = dict(self.db.execute(query, [self.crawl]).fetchall())
        query = """select
            (select count(*) from visits where publisher = ?1 and kind = 'article'
                and found >= (select started from crawls where id = ?2)),
            (select count(*) from visits where crawl = ?2 and kind in ('article', 'part') and status = 200)"""
        found, fetched = self.db.execute(query, [self.publisher.name, self.crawl]).fetchone()
        return {"found": found, "fetched": fetched} | {str(outcome): ended.get(outcome, 0) for outcome in Outcome}
