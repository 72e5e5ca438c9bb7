"""ikm.db: how to open it, whatever version made it. nlp alone writes it; it can be rebuilt from articles.db."""

import sqlite3
from contextlib import closing
from pathlib import Path

import sqlite_utils

from nlp import search
from nlp.people import identity_tables
from nlp.schema import FTS, ORDINAL, SCHEMA
from nlp.text.sentence import sentence

# Columns that tables have got since the first version, each null where an earlier version wrote the row.
ADDED = {
    "mentions": ("rule",), "officials": ("rule",), "quotes": ("rule", "speaker_rule"), "figures": ("rule",),
    "dates": ("rule",), "topics": ("rule",),
}  # fmt: skip
TOLD_APART = 1  # user_version of a database whose every article was read with persons of one name told apart
SENTENCES = """
update quotes set sentence = (select sentence_at(
        case quotes.part when 'title' then a.title when 'caption' then a.caption else t.text end,
        quotes.start, quotes."end")
    from articles as a left join article_texts as t on t.id = a.id where a.id = quotes.article)
"""


def ikm_db(path: Path) -> sqlite_utils.Database:
    """The database of what was read at `path`, created when missing; in WAL mode, so Datasette never waits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite_utils.Database(path)
    db.conn.execute("pragma busy_timeout = 30000")
    db.enable_wal()
    search.prepare(db.conn)
    _migrate(db.conn)
    db.conn.executescript(FTS.strip() + ";" + SCHEMA)
    if not _whole_index(db.conn):
        with db.conn:
            db.conn.execute("begin")
            search.rebuild(db.conn)
    if not _has_identities(db.conn):
        with db.conn:
            db.conn.execute("begin")
            identity_tables.fill(db.conn)
    return db


def lacking(path: Path) -> list[str]:
    """The tables and columns of this version that the database at `path` has not got: `ikm_db` adds them."""
    with (
        closing(sqlite3.connect(":memory:")) as new,
        closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as old,
    ):
        search.prepare(new)
        new.executescript(FTS.strip() + ";" + SCHEMA)
        wanted, there = _columns(new), _columns(old)
        if wanted <= there and not _whole_index(old):
            return ["articles_fts"]
    return sorted(
        {f"{table}.{column}" if table in {name for name, _ in there} else table for table, column in wanted - there}
    )


def _columns(db: sqlite3.Connection) -> set[tuple[str, str]]:
    tables = "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite_%'"
    return {(table, row[1]) for (table,) in db.execute(tables) for row in db.execute(f'pragma table_xinfo("{table}")')}


def _whole_index(db: sqlite3.Connection) -> bool:
    """False where the articles of an earlier version are not in the index that was just made."""
    filled = "select exists (select 1 from {})".format
    return not db.execute(filled("articles")).fetchone()[0] or bool(db.execute(filled("article_keys")).fetchone()[0])


def _has_identities(db: sqlite3.Connection) -> bool:
    """False where the persons of an earlier version, each of another name, are not among the identities yet."""
    known = "select exists (select 1 from identities) or not exists (select 1 from entities where label = 'PERSON')"
    return bool(db.execute(known).fetchone()[0])


def _migrate(db: sqlite3.Connection) -> None:
    """Gives a database that an earlier version made what has been added since; all of it, or nothing."""
    if not db.execute("pragma table_info(articles)").fetchone():
        db.execute(f"pragma user_version = {TOLD_APART}")
        return
    with db:
        db.execute("begin")
        if all(row[1] != "sentence" for row in db.execute("pragma table_info(quotes)")):
            db.create_function("sentence_at", 3, sentence, deterministic=True)
            db.execute("alter table quotes add column sentence text")
            db.execute(SENTENCES)
        if all(row[1] != "ordinal" for row in db.execute("pragma table_xinfo(articles)")):
            db.execute(f"alter table articles add column {ORDINAL}")
            db.execute("drop view search_source")
            db.execute("drop table articles_fts")
        for table, names in ADDED.items():
            known = {row[1] for row in db.execute(f"pragma table_info({table})")}
            for name in names:
                if name not in known:
                    db.execute(f"alter table {table} add column {name} text")
