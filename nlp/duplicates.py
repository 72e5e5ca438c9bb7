"""Which articles are one story, printed by several publishers with small changes."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from datasketch import LeanMinHash, MinHash, MinHashLSH
from scipy.sparse import dok_array
from scipy.sparse.csgraph import connected_components

SHINGLE = 5  # words in a row: long enough that two reports of one event do not share many by chance
PERMUTATIONS = 128
SHORT = 20  # words: a text of fewer is often a standing phrase, so that its title tells it apart
ALIKE = 0.4  # share of shingles in common: a reprint with a new headline and lead keeps more, another report far fewer
UPDATED = (
    0.6  # of one publisher on one day: a later version keeps more, the same form filled in for the next town fewer
)
SERIAL = 0.8  # of one publisher on another day: the prices of today in the words of yesterday are another story
EXCERPT = 0.75  # share of the shorter text that stands in the longer one
LEAST = 60  # shingles of an excerpt, below which it may be a paragraph that stands under every article of a publisher
CANDIDATES = 0.12  # what the index looks for: it misses half of what is just at its threshold
WINDOW = timedelta(days=7)  # a wire report is reprinted within a week
WORD = re.compile(r"\w+")
TOUCHED = "select id from articles where story is null and kept"
DAYS = "select distinct day from articles where day is not null and story is null and kept"
PRINTED = """
select id, title, publisher, published, day, minhash from articles join fingerprints on article = id
where day between ? and ? order by day, datetime(published), id
"""
WHOLE = """
with named as (select value as id from json_each(?))
select articles.id, title, publisher, published, day, minhash from articles join fingerprints on article = articles.id
where articles.id in (
    select id from named union
    select id from articles where story in (select story from articles where id in (select id from named)))
order by day is null, datetime(published), articles.id
"""
UNDATED = """
select id, title, publisher, published, day, minhash from articles join fingerprints on article = id
where day is null and story is null and kept
"""
PRINTS = (
    "select article, minhash from fingerprints join articles on id = article where story is not null order by day, id"
)


@dataclass(frozen=True)
class Row:
    """One article as the queries above select it."""

    id: int
    title: str
    publisher: str
    published: str | None
    day: str | None  # of its publication, ISO 8601
    minhash: bytes


def fingerprint(text: str) -> MinHash:
    """MinHash over the runs of SHINGLE words of a text, without case and punctuation."""
    words = WORD.findall(text.lower())
    minhash = MinHash(num_perm=PERMUTATIONS, seed=1)
    minhash.update_batch(" ".join(words[i : i + SHINGLE]).encode() for i in range(max(1, len(words) - SHINGLE + 1)))
    return minhash


def remember(db: sqlite3.Connection, article: int, text: str, title: str = "") -> None:
    """Keeps the fingerprint of an article, in place of a former one. The caller commits."""
    lean = LeanMinHash(fingerprint(text if len(WORD.findall(text)) >= SHORT else f"{title} {text}"))
    buffer = bytearray(lean.bytesize())
    lean.serialize(buffer)
    db.execute("insert or replace into fingerprints values (?, ?)", (article, bytes(buffer)))


def forget(db: sqlite3.Connection, article: int) -> None:
    """Takes an article whose text is not kept out of its story and out of the fingerprints. The caller commits."""
    separate(db, article)
    db.execute("delete from fingerprints where article = ?", (article,))


def separate(db: sqlite3.Connection, article: int) -> None:
    """Takes an article that changed out of its story, and the others of that story too, until group() is called."""
    mates = "select story from articles where id = ?"
    db.execute(f"update articles set story = null where id = ? or story = ({mates})", (article, article))


def group(db: sqlite3.Connection) -> None:
    """Puts the articles without a story, and those that they are alike, into stories. The caller commits.

    Every article belongs to a story, most of them alone; a story's id is that of its first article.
    """
    touched = {row[0] for row in db.execute(TOUCHED)}
    for start, end in _windows(row[0] for row in db.execute(DAYS).fetchall()):
        rows = [Row(*row) for row in db.execute(PRINTED, (start, end))]
        for cluster in _clusters(rows):
            if any(row.id in touched for row in cluster):
                _tell(db, _whole(db, (row.id for row in cluster)) if len(cluster) > 1 else cluster)
    _join_undated(db)
    db.execute("delete from stories where id not in (select story from articles where story is not null)")


def _whole(db: sqlite3.Connection, articles: Iterable[int]) -> list[Row]:
    """These articles with all others of their stories, also those printed on days that were not looked at, in order."""
    return [Row(*row) for row in db.execute(WHOLE, (json.dumps(list(articles)),))]


def _join_undated(db: sqlite3.Connection) -> None:
    """Puts each article without a day into the story that prints exactly its text, else into one of its own."""
    undated = [Row(*row) for row in db.execute(UNDATED)]
    wanted = {row.minhash for row in undated}
    same: dict[bytes, int] = {}
    for article, minhash in db.execute(PRINTS) if undated else ():
        if minhash in wanted:
            same.setdefault(minhash, article)
    for row in undated:
        _tell(db, _whole(db, {row.id, same.setdefault(row.minhash, row.id)}))


def _tell(db: sqlite3.Connection, cluster: list[Row]) -> None:
    first = cluster[0]
    story = (first.id, first.title, first.published, len(cluster), len({row.publisher for row in cluster}))
    db.execute("insert or replace into stories values (?, ?, ?, ?, ?)", story)
    db.executemany("update articles set story = ? where id = ?", [(first.id, row.id) for row in cluster])


def _windows(days: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Stretches of days, WINDOW around each of `days`, joined where they touch."""
    stretch: tuple[date, date] | None = None
    for day in sorted(map(date.fromisoformat, days)):
        if stretch and day - WINDOW <= stretch[1]:
            stretch = stretch[0], day + WINDOW
            continue
        if stretch:
            yield stretch[0].isoformat(), stretch[1].isoformat()
        stretch = day - WINDOW, day + WINDOW
    if stretch:
        yield stretch[0].isoformat(), stretch[1].isoformat()


def _clusters(rows: list[Row]) -> list[list[Row]]:
    """Articles that are alike, directly or through others, each cluster in the order given, which is that of days."""
    minhashes = [LeanMinHash.deserialize(row.minhash) for row in rows]
    lsh = MinHashLSH(threshold=CANDIDATES, num_perm=PERMUTATIONS)
    alike = dok_array((len(rows), len(rows)), dtype=bool)
    oldest = 0  # of those in the index
    for i, minhash in enumerate(minhashes):
        while oldest < i and not _near(rows[oldest], rows[i]):
            lsh.remove(oldest)
            oldest += 1
        for j in lsh.query(minhash):
            if _alike(rows[i], rows[j], minhash, minhashes[j]):
                alike[i, j] = True
        lsh.insert(i, minhash)
    clusters: dict[int, list[Row]] = {}
    for row, cluster in zip(rows, connected_components(alike, directed=False)[1], strict=True):
        clusters.setdefault(cluster, []).append(row)
    return list(clusters.values())


def _near(one: Row, other: Row) -> bool:
    """Whether one can be a reprint of the other by their days."""
    return abs(date.fromisoformat(one.day or "") - date.fromisoformat(other.day or "")) <= WINDOW


def _alike(one: Row, other: Row, minhash: LeanMinHash, print_of_other: LeanMinHash) -> bool:
    """Whether two articles print one text: whole with changes, or the one a part of the other."""
    share = minhash.jaccard(print_of_other)
    sizes = sorted((minhash.count(), print_of_other.count()))
    common = share / (1 + share) * sum(sizes)  # shingles, from the share of all
    excerpt = sizes[0] >= LEAST and common / sizes[0] >= EXCERPT
    if one.publisher != other.publisher:
        return share >= ALIKE or excerpt
    return share >= UPDATED or excerpt if one.day == other.day else share >= SERIAL
