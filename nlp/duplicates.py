"""Which articles are one story, printed by several publishers with small changes."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from datasketch import LeanMinHash, MinHash, MinHashLSH
from scipy.sparse import dok_array
from scipy.sparse.csgraph import connected_components

SHINGLE = 5  # words in a row: long enough that two reports of one event do not share many by chance
PERMUTATIONS = 128
ALIKE = 0.4  # share of shingles in common: a reprint with a new headline and lead keeps more, another report far fewer
CANDIDATES = 0.2  # what the index looks for: it misses half of what is just at its threshold
WINDOW = timedelta(days=7)  # a wire report is reprinted within a week
WORD = re.compile(r"\w+")
TOUCHED = "select id from articles where story is null and kept"
DAYS = "select distinct day from articles where day is not null and story is null and kept"
PRINTED = """
select id, title, publisher, published, minhash from articles join fingerprints on article = id
where day between ? and ? order by datetime(published), id
"""
UNDATED = "select id, title, publisher, published from articles where day is null and story is null and kept"
Row = tuple[int, str, str, str | None, bytes]  # as PRINTED selects it


def fingerprint(text: str) -> MinHash:
    """MinHash over the runs of SHINGLE words of a text, without case and punctuation."""
    words = WORD.findall(text.lower())
    minhash = MinHash(num_perm=PERMUTATIONS, seed=1)
    minhash.update_batch(" ".join(words[i : i + SHINGLE]).encode() for i in range(max(1, len(words) - SHINGLE + 1)))
    return minhash


def remember(db: sqlite3.Connection, article: int, text: str) -> None:
    """Keeps the fingerprint of an article, in place of a former one. The caller commits."""
    lean = LeanMinHash(fingerprint(text))
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
        rows = db.execute(PRINTED, (start, end)).fetchall()
        for cluster in _clusters(rows):
            if any(row[0] in touched for row in cluster):
                _tell(db, cluster)
    for article, title, publisher, published in db.execute(UNDATED).fetchall():
        _tell(db, [(article, title, publisher, published, b"")])
    db.execute("delete from stories where id not in (select story from articles where story is not null)")


def _tell(db: sqlite3.Connection, cluster: list[Row]) -> None:
    first, title, _, published, _ = cluster[0]
    story = (first, title, published, len(cluster), len({row[2] for row in cluster}))
    db.execute("insert or replace into stories values (?, ?, ?, ?, ?)", story)
    db.executemany("update articles set story = ? where id = ?", [(first, row[0]) for row in cluster])


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
    """Articles that are alike, directly or through others, each cluster in the order given."""
    minhashes = [LeanMinHash.deserialize(row[4]) for row in rows]
    lsh = MinHashLSH(threshold=CANDIDATES, num_perm=PERMUTATIONS)
    alike = dok_array((len(rows), len(rows)), dtype=bool)
    for i, minhash in enumerate(minhashes):
        for j in lsh.query(minhash):
            if minhash.jaccard(minhashes[j]) >= ALIKE:
                alike[i, j] = True
        lsh.insert(i, minhash)
    clusters: dict[int, list[Row]] = {}
    for row, cluster in zip(rows, connected_components(alike, directed=False)[1], strict=True):
        clusters.setdefault(cluster, []).append(row)
    return list(clusters.values())
