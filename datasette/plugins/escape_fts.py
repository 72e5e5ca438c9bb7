"""What people type becomes a full-text query that never fails and also finds other forms of the same word.

Takes the place of Datasette's own SQL function escape_fts(), so `_search=` has it in HTML, JSON and CSV alike.
"""

import re
import sqlite3
from functools import cache

import snowballstemmer
from datasette import hookimpl

NOTHING = '""'  # an FTS5 query that is valid and matches no article
MAX_WORDS = 40  # longer than any phrase worth searching; keeps 10,000 typed characters within FTS5's limits
SHORTEST_ROOT = 5  # of shorter ones other words are made: "kementerian", "menteri", "teri" (anchovy)
WORD = re.compile(r"\w+")
PIECE = re.compile(r'"(?P<phrase>[^"]*)"(?P<open>\*?)|(?P<chunk>[^\s"]+)')


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    conn.create_function("escape_fts", 1, match_expression, deterministic=True)


def match_expression(query: str | None) -> str:
    """What was typed as an FTS5 expression, all of whose pieces must be found.

    '"gula aren" tenun* batik perdagangan' ->
    '"gula aren" AND "tenun" * AND "batik" AND ("perdagangan" OR stems : "dagang")'
    AND, OR, brackets and the like are words or nothing, never syntax.
    """
    pieces: list[str] = []
    left = MAX_WORDS
    for match in PIECE.finditer(query or ""):
        words = WORD.findall(match["phrase"] or match["chunk"] or "")[:left]
        left -= len(words)
        if words:
            pieces.append(_piece(words, match))
    return " AND ".join(pieces) or NOTHING


def _piece(words: list[str], match: re.Match[str]) -> str:
    exact = _quoted(words)
    if match["open"] or (match["chunk"] or "").endswith("*"):
        return f"{exact} *"
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
