"""What people type becomes a full-text query that never fails and also finds other forms of the same word.

Takes the place of Datasette's own SQL function escape_fts(), so `_search=` has it in HTML, JSON and CSV alike.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

import snowballstemmer
from datasette import hookimpl

NOTHING = '""'  # an FTS5 query that is valid and matches no article
MAX_WORDS = 40  # longer than any phrase worth searching; keeps 10,000 typed characters within FTS5's limits
SHORTEST_ROOT = 5  # of shorter ones other words are made: "kementerian", "menteri", "teri" (anchovy)
WORD = re.compile(r"\w+")
PIECE = re.compile(r'"(?P<phrase>[^"]*)"(?P<open>\*?)|(?P<chunk>[^\s"]+)')
MOST_ENDINGS = 200  # words with the same beginning that are searched for, the most frequent ones
# FTS5 by itself gathers everything that a beginning finds before it gives the newest: seconds at a million articles.
BEGINNING = "select word from search_words where word >= ? and word < ? order by articles desc limit ?"
LAST = "\U0010ffff"  # sorts after all letters
COUNTED = "select word, articles from search_words where word in ({})"
SHORTEST = 3  # letters of a word whose articles are counted (nlp/search.py)
# A phrase is looked for in every article that has all its words: 0.1 s in a million that all have them, and where it
# stands nowhere a second. In so many of the newest it takes a hundredth, and most phrases stand there often enough.
WINDOW = 50_000
Endings = Callable[[str], list[str]]


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    def endings(beginning: str) -> list[str]:
        """The most frequent words of the texts that begin so; none where a database keeps no words."""
        asked = plain(beginning)
        try:
            return [row[0] for row in conn.execute(BEGINNING, (asked, asked + LAST, MOST_ENDINGS + 1))]
        except sqlite3.OperationalError:
            return []

    def weight(query: str | None) -> int:
        """In about how many articles the words of the query stand, one after the other: what to rank by them costs."""
        known = {plain(word) for words, match in _pieces(query) for word in _looked_up(words, match, endings)}
        return sum(counted(known).values())

    def window(query: str | None) -> int:
        """How many of the newest articles to look through first: 0, all at once, unless a phrase is of common words."""
        return WINDOW if any(phrase_weight(words) > WINDOW for words in _phrases(query)) else 0

    def phrase_weight(words: list[str]) -> float:
        """At most so many articles have all words; those too short to be counted may stand everywhere."""
        known = {plain(word) for word in words if len(word) >= SHORTEST}
        articles = counted(known)
        return min((articles.get(word, 0) for word in known), default=float("inf"))

    def counted(words: set[str]) -> dict[str, int]:
        """In about how many articles each word stands; nothing where a database keeps no words."""
        try:
            return dict(conn.execute(COUNTED.format(",".join("?" * len(words))), [*words]).fetchall())
        except sqlite3.OperationalError:
            return {}

    conn.create_function("search_weight", 1, weight, deterministic=True)
    conn.create_function("search_window", 1, window, deterministic=True)
    conn.create_function("escape_fts", 1, lambda query: match_expression(query, endings), deterministic=True)
    conn.create_function("search_cut", 1, lambda query: cut(query, endings), deterministic=True)


def _looked_up(words: list[str], match: re.Match[str], endings: Endings) -> Iterator[str]:
    """Every word that the expression of a piece asks the index for."""
    for word in words:
        yield from (word, _stem(word.lower()), _root(word.lower()))
    if _open(match):
        yield from endings(words[-1])[:MOST_ENDINGS]


def _phrases(query: str | None) -> Iterator[list[str]]:
    """The words of each piece that must stand side by side, without the beginning of one."""
    for words, match in _pieces(query):
        if len(words) > 1:
            yield words[:-1] if _open(match) else words


def plain(word: str) -> str:
    """As the index has it: small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def cut(query: str | None, endings: Endings) -> bool:
    """Whether a beginning in the query has so many words that not all are searched for."""
    return any(_open(m) and len(endings(words[-1])) > MOST_ENDINGS for words, m in _pieces(query))


def match_expression(query: str | None, endings: Endings = lambda beginning: []) -> str:
    """What was typed as an FTS5 expression, all of whose pieces must be found.

    '"gula aren" tenun* batik perdagangan' ->
    '"gula aren" AND "tenun" * AND "batik" AND ("perdagangan" OR stems : "dagang")'
    AND, OR, brackets and the like are words or nothing, never syntax.
    """
    return " AND ".join(_piece(words, match, endings) for words, match in _pieces(query)) or NOTHING


def _pieces(query: str | None) -> Iterator[tuple[list[str], re.Match[str]]]:
    left = MAX_WORDS
    for match in PIECE.finditer(query or ""):
        words = WORD.findall(match["phrase"] or match["chunk"] or "")[:left]
        left -= len(words)
        if words:
            yield words, match


def _open(match: re.Match[str]) -> bool:
    """Whether the last word is the beginning of one."""
    return bool(match["open"]) or (match["chunk"] or "").endswith("*")


def _piece(words: list[str], match: re.Match[str], endings: Endings) -> str:
    exact = _quoted(words)
    if _open(match):
        known = [_quoted([*words[:-1], word]) for word in endings(words[-1])[:MOST_ENDINGS]]
        return f"({' OR '.join(known)})" if known else f"{exact} *"
    if match["phrase"] is not None:
        return exact
    forms = {_quoted([word.lower() for word in words]): None}
    for stem in (_stem, _root):
        forms[_quoted([stem(word.lower()) for word in words])] = None
    stems = [f"stems : {form}" for form in list(forms)[1:]]
    return f"({' OR '.join([exact, *stems])})" if stems else exact


def _quoted(words: list[str]) -> str:
    return '"' + " ".join(words) + '"'


@cache
def _stem(word: str) -> str:
    return str(snowballstemmer.stemmer("indonesian").stemWord(word))


def _root(word: str) -> str:
    """The stem of the stem where that is long: Snowball makes "industri" of "perindustrian", "industr" of that."""
    root = _stem(_stem(word))
    return root if len(root) >= SHORTEST_ROOT else _stem(word)
