"""Where read articles go: pages that wait are taken in groups, their article is put in its place in one transaction."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import sqlite_utils
from backports import zstd

from crawler.addresses import cleaned, site, upgraded
from crawler.items import Article, Outcome
from crawler.past import MAX_TRIES
from crawler.store import transaction
from crawler.visits import Received, now
from crawler.worker import Reading

KEPT = ("title", "caption", "text", "modified", "fetched", "content_hash")  # of a text that is replaced


@dataclass(frozen=True)
class Group:
    """The received pages of one article, in order."""

    url: str  # of the visit to its first page
    publisher: str
    address: str  # where redirects led
    status: int
    fetched: str  # UTC
    listed: dict[str, Any]
    bodies: list[bytes]
    members: tuple[str, ...]  # addresses of the pages that were waiting, first or later
    complete: bool


@dataclass(frozen=True)
class Read:
    """A page that is its article's only one, read as it came: the item that spiders yield in place of Received."""

    page: Received
    reading: Reading

    def group(self, publisher: str) -> Group:
        """As a group of its own."""
        page, url = self.page, self.page.visit.url
        return Group(url, publisher, page.url, page.status, page.fetched, {}, [], (url,), True)


def waiting(db: sqlite_utils.Database, publisher: str) -> list[str]:
    """The addresses of articles of which a page waits to be read, in the order they were found."""
    query = """select coalesce(case kind when 'part' then article end, url) first from visits
        where publisher = ? and outcome = 'received' group by first order by min(rowid)"""
    return [row[0] for row in db.execute(query, [publisher]).fetchall()]


def groups(db: sqlite_utils.Database, urls: Iterable[str]) -> Iterator[Group]:
    """The pages of each of these articles; an article whose first page is not here is no group."""
    for url in urls:
        if group := _group(db, url):
            yield group


def _group(db: sqlite_utils.Database, url: str) -> Group | None:
    query = """select v.url, v.publisher, v.number, v.outcome, v.listed, p.fetched, p.headers, p.body
        from visits v left join pages p using (url)
        where v.url = :url or (v.kind = 'part' and v.article = :url and v.detail is not 'no longer a page of it')
        order by v.number"""
    rows = db.conn.execute(query, {"url": url}).fetchall()
    first = next((row for row in rows if row[0] == url), None)
    if first is None or first[7] is None:
        return None
    parts = [row for row in rows if row[0] != url]
    whole = next((row for row in parts if row[2] == 0 and row[7] is not None), None)
    single = [row for row in parts if row[2] != 0]
    headers = json.loads(first[6])
    shown = [first, *([whole] if whole else [row for row in single if row[7] is not None])]
    pending = not single and len(parts) > 0 and whole is None  # all pages on one were asked for and have not come
    return Group(
        url=url,
        publisher=first[1],
        address=headers.get(":url", url),
        status=int(headers.get(":status", 200)),
        fetched=max(row[5] for row in [first, *shown]),
        listed=json.loads(first[4] or "{}"),
        bodies=[zstd.decompress(row[7]) for row in shown],
        members=tuple(row[0] for row in rows if row[3] == "received"),
        complete=whole is not None or not (pending or any(row[7] is None for row in single)),
    )


def put(db: sqlite_utils.Database, group: Group, reading: Reading, crawl: int | None) -> Outcome:
    """Write what came of a group; its outcome. What was stored before is never replaced by less."""
    outcome, detail, key = reading.outcome or Outcome.NOT_ARTICLE, reading.detail, None
    with transaction(db) as conn:
        if reading.article is not None:
            complete = reading.article.complete and group.complete
            found = replace(reading.article, url=_key(reading.article.url, group), complete=complete)
            outcome, detail, key = _store(conn, group, found, reading.kept)
            if outcome is Outcome.NOT_RELEVANT:
                conn.executemany("delete from pages where url = ?", [[url] for url in group.members])
        for url in group.members:
            first = url == group.url
            # A page that cannot be read once will not be readable tomorrow; a bot wall may be down by then.
            unreadable = outcome is Outcome.BROKEN and reading.article is None
            tries = MAX_TRIES if unreadable else int(outcome is Outcome.BLOCKED)
            conn.execute(
                "update visits set outcome = ?, detail = coalesce(?, detail), tries = tries + ?,"
                " crawl = coalesce(?, crawl), article = coalesce(?, article) where url = ?",
                [
                    outcome if first or reading.article is None else Outcome.PART,
                    detail,
                    tries,
                    crawl,
                    key if first else None,
                    url,
                ],
            )
    return outcome


def _store(
    conn: sqlite3.Connection, group: Group, found: Article, kept: bool
) -> tuple[Outcome, str | None, str | None]:
    """The outcome, its reason, and the key under which the article now stands (None for a duplicate)."""
    cursor = conn.execute("select * from articles where url = ?", [found.url])
    names = [column[0] for column in cursor.description]
    row = cursor.fetchone()
    # A page that names another house as its source is this publisher's own, unless that one is stored already.
    if row is None and site(found.url) != site(group.address):
        return _store(conn, group, replace(found, url=cleaned(group.address)), kept)
    new = _row(found, group.fetched, kept)
    if row is None:
        _insert(conn, new)
        return _new(found, kept), None, found.url
    old = dict(zip(names, row, strict=True))
    if old["publisher"] != found.publisher or not _own(conn, group, found.url):
        return Outcome.DUPLICATE, f"of {found.url}", None
    if found.paywalled and not old["paywalled"]:
        return Outcome.PAYWALLED, "the full text of before is kept", found.url
    if old["complete"] and not found.complete:
        return Outcome.BROKEN, "a later page is missing; the complete text of before is kept", found.url
    if not old["kept"]:  # there was no text to keep
        _change(conn, old, new)
        return _new(found, kept), None, found.url
    if not kept:  # it was relevant once, and so it stays, as it now reads
        new = _row(found, group.fetched, True)
    same = old["content_hash"] == new["content_hash"]
    if not same:
        _keep(conn, old)
    _change(conn, old, new)
    return (Outcome.UNCHANGED if same else Outcome.REVISED), None, found.url


def _new(found: Article, kept: bool) -> Outcome:
    """The outcome of an article of which nothing was stored before."""
    if not kept:
        return Outcome.NOT_RELEVANT
    return Outcome.PAYWALLED if found.paywalled else Outcome.STORED


def _key(canonical: str, group: Group) -> str:
    """The key of an article: its canonical address, with https where the page came by https."""
    return upgraded(canonical, group.url)


def _own(conn: sqlite3.Connection, group: Group, url: str) -> bool:
    """Whether the stored article came from this very address."""
    key = conn.execute("select article from visits where url = ?", [group.url]).fetchone()[0]
    return url in (group.url, key)


def _row(found: Article, fetched: str, kept: bool) -> dict[str, Any]:
    if not kept:
        found = replace(found, **NOTHING_MORE)
    row = dict(vars(found))
    for name in ("authors", "editors", "tags"):
        row[name] = json.dumps(row[name], ensure_ascii=False)
    return {
        **row,
        "complete": int(found.complete),
        "paywalled": int(found.paywalled),
        "fetched": fetched,
        "content_hash": content_hash(found),
        "kept": int(kept),
        "gone": None,
    }


# What is not stored of an article that is not relevant.
NOTHING_MORE: dict[str, Any] = {
    "authors": (), "editors": (), "dateline": None, "tags": (), "caption": None, "photo_credit": None, "text": "",
}  # fmt: skip


def content_hash(found: Article) -> str:
    """SHA-256 over what a reader would call the article: title, caption and text."""
    return hashlib.sha256("\x1f".join((found.title, found.caption or "", found.text)).encode()).hexdigest()


CHANGED = "(select coalesce(max(changed), 0) + 1 from articles)"


def _insert(conn: sqlite3.Connection, row: dict[str, Any]) -> None:
    places = ", ".join(f":{name}" for name in row)
    conn.execute(f"insert into articles ({', '.join(row)}, changed) values ({places}, {CHANGED})", row)


def _change(conn: sqlite3.Connection, old: dict[str, Any], new: dict[str, Any]) -> None:
    """Write what is new, unless that is only the time of the visit."""
    if any(old[name] != value for name, value in new.items() if name != "fetched"):
        _update(conn, old["id"], new)


def _update(conn: sqlite3.Connection, number: int, row: dict[str, Any]) -> None:
    columns = ", ".join(f"{name} = :{name}" for name in row)
    conn.execute(f"update articles set {columns}, changed = {CHANGED} where id = :id", {**row, "id": number})


def _keep(conn: sqlite3.Connection, old: dict[str, Any]) -> None:
    """Put the former text into `revisions`, numbered from 1."""
    conn.execute(
        f"insert into revisions (article, number, replaced, {', '.join(KEPT)}) values (:id, 1 + (select count(*) from"
        f" revisions where article = :id), :replaced, {', '.join(f':{name}' for name in KEPT)})",
        {**old, "replaced": now()},
    )
