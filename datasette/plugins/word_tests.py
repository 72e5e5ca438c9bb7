"""SQL functions that compare words: holds(text, query) and alike(sentence, sentence)."""

import re
import sqlite3
from functools import lru_cache

import snowballstemmer
from datasette import hookimpl

WORD = re.compile(r"\w+")
MAX_WORDS = 40  # as many as are searched for
SHORTEST = 4  # shorter words ("dari", "yang" apart) say little about what a sentence is about
ALIKE = 0.3  # shared part of all long words: two papers' wordings of one fact share more, two facts share less


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    conn.create_function("holds", 2, holds, deterministic=True)
    conn.create_function("alike", 2, alike, deterministic=True)


def holds(text: str | None, query: str | None) -> bool:
    """True when the text has every word of the query in some form: ("Aneka industri", "perindustrian") -> True."""
    small = (text or "").lower()
    for asked, star in _asked(query or ""):
        forms = {asked} if star else {asked, _stem(asked), _root(asked)}
        if not any(form[1:] in small for form in forms):  # a stem stands in its word from its second letter on
            return False
        words = WORD.findall(small)
        found = any(w.startswith(asked) for w in words) if star else any(w in forms or _stem(w) in forms for w in words)
        if not found:
            return False
    return True


@lru_cache(maxsize=100)
def _asked(query: str) -> list[tuple[str, str]]:
    return re.findall(r"(\w+)(\*?)", query.lower())[:MAX_WORDS]


def alike(one: str | None, other: str | None) -> bool:
    """True when two sentences say the same in about the same words."""
    first, second = _long(one), _long(other)
    return bool(first and second) and len(first & second) / len(first | second) >= ALIKE


def _long(sentence: str | None) -> set[str]:
    return {_stem(word) for word in WORD.findall((sentence or "").lower()) if len(word) >= SHORTEST}


@lru_cache(maxsize=100_000)  # about the number of different words in a year of news
def _stem(word: str) -> str:
    return str(snowballstemmer.stemmer("indonesian").stemWord(word))


def _root(word: str) -> str:
    return _stem(_stem(word))
