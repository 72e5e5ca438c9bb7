"""Keywords that a site prints to machines on every page, whatever the page is about: they are no article's tags.

Nothing on one page tells them from an article's own. So each publisher's keywords are counted over the pages of its
articles, and what stands on nearly all of them is left out of the next ones' tags, and taken out of those stored.
"""

import html
import json
import re
from collections import Counter
from sqlite3 import Connection

from sqlite_utils import Database

from crawler.store import transaction

ENOUGH = 8  # pages; of fewer, stories that go on can share their keywords
NEARLY_ALL = 0.8  # of the pages: now and then one lacks the site's own
SELDOM = 0.2  # of the pages: what is rarer is forgotten, or the table would hold every tag ever printed
HEAD = 64 * 1024  # bytes in which meta elements stand
PAGES = ""  # the row that counts the pages
_META = re.compile(rb"<meta\s[^>]*\bname\s*=\s*[\"']?(?:news_)?keywords\b[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(rb"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def keywords(body: bytes) -> set[str]:
    """The keywords of a page for machines, in small letters; empty where it has none."""
    found: set[str] = set()
    for meta in _META.findall(body, 0, HEAD):
        content = _CONTENT.search(meta)
        said = next(filter(None, content.groups()), b"") if content else b""
        parts = html.unescape(said.decode("utf-8", "ignore")).lower().split(",")
        found |= {word for part in parts if (word := " ".join(part.split()))}
    return found


def common(counts: Counter[str]) -> frozenset[str]:
    """The keywords on nearly all of the pages counted; none while those are few."""
    pages = counts[PAGES]
    if pages < ENOUGH:
        return frozenset()
    return frozenset(word for word, number in counts.items() if word != PAGES and number >= NEARLY_ALL * pages)


def load(db: Database, publisher: str) -> Counter[str]:
    """What was counted in all runs so far."""
    query = "select keyword, pages from keywords where publisher = ?"
    return Counter(dict(db.execute(query, [publisher]).fetchall()))


def save(db: Database, publisher: str, counts: Counter[str], before: frozenset[str]) -> None:
    """Keep the counts; take those that are the site's own only now (not in `before`) out of the stored articles."""
    kept = {word: number for word, number in counts.items() if word == PAGES or number > SELDOM * counts[PAGES]}
    with transaction(db) as conn:
        conn.execute("delete from keywords where publisher = ?", [publisher])
        rows = [(publisher, word, number) for word, number in kept.items()]
        conn.executemany("insert into keywords (publisher, keyword, pages) values (?, ?, ?)", rows)
        if new := common(counts) - before:
            _take_out(conn, publisher, new)


def _take_out(conn: Connection, publisher: str, words: frozenset[str]) -> None:
    rows = conn.execute("select id, tags from articles where publisher = ? and tags != '[]'", [publisher]).fetchall()
    for number, tags in rows:
        former = json.loads(tags)
        left = [tag for tag in former if tag.lower() not in words]
        if left != former:
            conn.execute(
                "update articles set tags = ?, changed = (select max(changed) + 1 from articles) where id = ?",
                [json.dumps(left, ensure_ascii=False), number],
            )
