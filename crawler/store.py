"""articles.db: its tables, and how to open it. The crawler is its only writer."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakSet


@contextmanager
def _absent(*names: str) -> Iterator[None]:
    """These modules as if they were not installed, unless they are loaded already."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None: the import fails
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


# It loads both where they are installed, to know their types as columns; nobody here has such: 0.5 s and 70 MB a crawl.
with _absent("numpy", "pandas"):
    import sqlite_utils

SCHEMA = """
create table if not exists publishers (
    name text primary key, title text, homepage text, network text, reach text, zone text, language text
);
-- One row per run and publisher. Counts are made from visits at the end; ended is null while it runs or after a kill.
create table if not exists crawls (
    id integer primary key autoincrement, publisher text not null references publishers(name),
    started text not null, ended text, found integer, fetched integer,
    stored integer, part integer, revised integer, unchanged integer, duplicate integer, listed integer,
    not_article integer, not_relevant integer, blocked integer, paywalled integer, gone integer, too_large integer,
    broken integer, robots integer, error text, unanswered integer
);
-- How long a publisher that refused us is left alone; `refusals` is lowered again by each run that goes well.
create table if not exists backoffs (
    publisher text primary key references publishers(name), refusals integer not null, until text not null, reason text
);
-- Archives named by a path list that have been read to their end: not opened again for the same question.
create table if not exists archives (
    name text not null, bytes integer not null, asked text not null, ended text not null,
    primary key (name, bytes, asked)
);
-- The frontier: one row per address ever found. outcome is null until it ends, 'received' while its page waits.
create table if not exists visits (
    url text primary key, publisher text not null references publishers(name),
    kind text not null,            -- feed, sitemap, index, article, part (a later page)
    article text,                  -- for a part: the address of the first page; for an article: its key in articles
    number integer,                -- for a part: its page, from 2; 0 is an address that shows all pages on one
    found text not null,           -- UTC, ISO 8601: when the address was first seen
    listed text,                   -- JSON: what feed or sitemap said of it (title, published, modified)
    visited text,                  -- UTC: when it was last asked for
    status integer, outcome text, detail text, etag text, last_modified text,
    tries integer not null default 0,
    crawl integer references crawls(id)   -- the run that last touched it
);
create index if not exists visits_pending on visits(publisher, outcome);
create index if not exists visits_listing on visits(publisher, kind) where kind in ('feed', 'sitemap', 'index');
create index if not exists visits_crawl on visits(crawl, outcome);
create index if not exists visits_article on visits(article) where article is not null;
-- What came back, as it came, so that a better article() can be run over it.
create table if not exists pages (
    url text primary key references visits(url),
    fetched text not null,         -- UTC: now, or when the archive took it
    headers text,                  -- JSON; ":url" is where redirects led, ":status" the answer's status
    body blob not null             -- zstd
);
create table if not exists articles (
    id integer primary key autoincrement, url text not null unique, publisher text not null references publishers(name),
    title text not null, authors text not null, editors text not null, published text, modified text, dateline text,
    section text, tags text not null, caption text, photo_credit text, pages integer not null, text text not null,
    language text not null, complete integer not null, paywalled integer not null,
    fetched text not null,         -- UTC
    content_hash text not null,    -- of title, caption and text: a new one is a revision
    kept integer not null default 1,   -- 0: not relevant, title, time and address alone; text is then empty
    gone text,                     -- the day (UTC) on which its address was found gone; null while it answers
    changed integer not null       -- counts inserts and updates over the whole table: nlp reads what is above its mark
);
create unique index if not exists articles_changed on articles(changed);
-- On how many pages of a publisher's articles a keyword for machines stands; '' counts the pages (crawler.sitewide).
create table if not exists keywords (
    publisher text not null references publishers(name), keyword text not null, pages integer not null,
    primary key (publisher, keyword)
);
-- The former texts of revised articles.
create table if not exists revisions (
    article integer not null references articles(id), number integer not null, replaced text not null,
    title text, caption text, text text, modified text, fetched text, content_hash text,
    primary key (article, number)
);
"""
# Columns that databases of an earlier version lack.
ADDED = {
    "crawls": {"unanswered": "integer"},
    "articles": {"kept": "integer not null default 1", "gone": "text"},
}


def articles_db(path: Path) -> sqlite_utils.Database:
    """The database of articles at `path`, created with its folder when missing; in WAL mode, so readers never wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite_utils.Database(path)
    db.conn.execute("pragma busy_timeout = 30000")
    db.conn.execute("pragma foreign_keys = on")
    db.enable_wal()
    db.conn.execute("pragma synchronous = normal")  # a kill loses nothing; a power cut the last commits, each whole
    db.conn.executescript(SCHEMA)
    for table, columns in ADDED.items():
        for name, kind in columns.items():
            if name not in {row[1] for row in db.execute(f"pragma table_info({table})").fetchall()}:
                db.conn.execute(f"alter table {table} add column {name} {kind}")
    return db


@contextmanager
def transaction(db: sqlite_utils.Database) -> Iterator[sqlite3.Connection]:
    """All or nothing; the writer from its first statement, since a read that turns into a write could not wait.

    Within another transaction it is a part of that one. Statements that ran outside of any are refused with an error,
    as by SQLite itself, since nobody would commit them.
    """
    if db in _open:
        yield db.conn
        return
    db.conn.execute("begin immediate")
    _open.add(db)
    try:
        yield db.conn
        db.conn.execute("commit")
    except BaseException:
        db.conn.rollback()
        raise
    finally:
        _open.discard(db)


_open: WeakSet[sqlite_utils.Database] = WeakSet()  # those within a transaction now
