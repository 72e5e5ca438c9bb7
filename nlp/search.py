"""What the full-text index holds beside headline and text, so that other words for the same thing find an article.

`keys` are words that nobody types: one for each name, topic, publisher … of the article. A filter is one more word that
must be found, so it costs what a word costs. The searcher (datasette/plugins) makes the same keys.
"""

import hashlib
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

import snowballstemmer

from nlp.document import Entity

WORD = re.compile(r"\w+")
COLUMNS = "title, text, stems, aliases, keys"  # of articles_fts
LOADING, USUAL = 2**28, 2**20  # bytes that FTS5 gathers before it writes: for all articles, for a few (its own default)
SHORTEST = 3  # letters of a word that is kept for searches by its beginning
KEYS = """
insert or replace into article_keys
select a.id, (select group_concat(search_key(about), ' ') from (
    select 'publisher:' || a.publisher as about where a.publisher is not null
    union select 'relevant:1' where a.relevant = 1
    union select 'topic:' || topic from topics where article = a.id
    union select 'entity:' || entity from mentions where article = a.id
    union select 'area:' || substr(code, 1, 2) from mentions as m join entities as e on e.id = m.entity
        where m.article = a.id and m.label = 'PLACE' and code > ''
    union select 'area:' || substr(code, 1, 5) from mentions as m join entities as e on e.id = m.entity
        where m.article = a.id and m.label = 'PLACE' and length(code) >= 5
    union select 'quote:' || kind from quotes where article = a.id
    union select 'speaker:' || speaker from quotes where article = a.id and speaker is not null
    union select 'figure:' || kind from figures where article = a.id
    union select 'unit:' || unit from figures where article = a.id))
from articles as a
"""
ENTER = f"insert into articles_fts(rowid, {COLUMNS}) select ordinal, {COLUMNS} from search_source"
LEAVE = (
    f"insert into articles_fts(articles_fts, rowid, {COLUMNS}) select 'delete', ordinal, {COLUMNS} from search_source"
)
VOCABULARY = """
insert or replace into search_words
select term, doc from search_terms where length(term) >= ? and not (length(term) = 17 and term glob 'k*[0-9]*')
"""


@cache
def _stem(word: str) -> str:
    return str(snowballstemmer.stemmer("indonesian").stemWord(word))


def stems(text: str) -> str:
    """ "Perindustrian maju" -> "industri maju": lower case stems in order (Snowball, the searcher expands alike)."""
    return " ".join(_stem(word) for word in WORD.findall(text.lower()))


def aliases(entities: Iterable[Entity]) -> str:
    """Canonical names, codes and abbreviations of what the article mentions, one a line."""
    lines = {name: None for e in entities for name in (e.name, *e.aliases, *([e.code] if e.code else []))}
    return "\n".join(lines)


@lru_cache(maxsize=200_000)
def key(about: str) -> str:
    """ "topic:ekspor" -> "k" and 16 hex digits: one word in the index, and one that no text holds."""
    return f"k{hashlib.blake2b(about.encode(), digest_size=8).hexdigest()}"


def prepare(db: sqlite3.Connection) -> None:
    """Makes key() known to a connection that writes the index."""
    db.create_function("search_key", 1, key, deterministic=True)


def forget(db: sqlite3.Connection, article: int) -> None:
    """Takes an article out of the index; its rows must still be what they were when it was entered."""
    db.execute(f"{LEAVE} where id = ?", (article,))


def remember(db: sqlite3.Connection, article: int) -> None:
    """Enters an article whose rows are all written."""
    db.execute(f"{KEYS} where a.id = ?", (article,))
    db.execute(f"{ENTER} where id = ?", (article,))
    words = db.execute(
        "select title || ' ' || text || ' ' || aliases from search_source where id = ?", (article,)
    ).fetchone()[0]
    db.executemany(
        "insert into search_words values (?, 1) on conflict (word) do update set articles = articles + 1",
        [(word,) for word in _words(words)],
    )


def _words(text: str) -> set[str]:
    """The words as the index has them: small letters without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return {word for word in re.findall(r"[^\W_]+", plain) if len(word) >= SHORTEST}


def rebuild(db: sqlite3.Connection) -> None:
    """Enters all articles anew, the oldest first: FTS5 writes a segment whenever a number is lower than the last."""
    prepare(db)
    db.execute(KEYS)
    db.execute("insert into articles_fts(articles_fts) values ('delete-all')")
    hashed = "insert into articles_fts(articles_fts, rank) values ('hashsize', ?)"
    db.execute(hashed, (LOADING,))
    db.execute(f"{ENTER} order by ordinal")
    db.execute(hashed, (USUAL,))
    db.execute("delete from search_words")
    db.execute("create virtual table temp.search_terms using fts5vocab(main, articles_fts, row)")
    db.execute(VOCABULARY, (SHORTEST,))
    db.execute("drop table temp.search_terms")
