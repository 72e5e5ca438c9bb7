"""SQL functions that show where a search was found: highlighted(text, query) and excerpt(text, query).

Words found stand between ⟦ and ⟧, which the filter `found` of the templates turns into <mark>.
"""

import re
import sqlite3
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer
from datasette import hookimpl

OPEN, CLOSE = "⟦", "⟧"
LONGEST = 240  # characters of an excerpt: two or three lines
LEAD = 60  # characters shown before the first word found, so that it is read in its sentence
WORD = re.compile(r"\w+")
BRACKETS = re.compile(f"[{OPEN}{CLOSE}]")
SPACE = re.compile(r"\s+")
ASKED = re.compile(r"(\w+)(\*?)")
SHORTEST_ROOT = 5  # as the search has it (escape_fts.py)
MAX_WORDS = 40  # as many as are searched for
Span = tuple[int, int]


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    conn.create_function("highlighted", 2, highlighted, deterministic=True)
    conn.create_function("excerpt", 2, excerpt, deterministic=True)


def highlighted(text: str | None, query: str | None) -> str:
    """The whole text, words of the query in brackets: ("Aneka industri", "perindustrian") -> "Aneka ⟦industri⟧"."""
    text = BRACKETS.sub("", text or "")
    return _bracketed(text, 0, len(text), _found(text, query or ""))


def excerpt(text: str | None, query: str | None) -> str:
    """At most LONGEST characters around the first words found, or the beginning where the text holds none of them."""
    text = SPACE.sub(" ", BRACKETS.sub("", text or "")).strip()
    spans = list(_found(text, query or ""))
    start = _start(text, spans[0][0]) if spans else 0
    end = start + LONGEST
    if end < len(text):
        end = text.rfind(" ", start + 1, end + 1)
        end = end if end > start else start + LONGEST
    piece = _bracketed(text, start, min(end, len(text)), spans)
    return f"{'… ' if start else ''}{piece}{' …' if end < len(text) else ''}"


def _start(text: str, first: int) -> int:
    """Where to begin so that the word at `first` has LEAD characters before it, at the head of a word."""
    if first <= LEAD:
        return 0
    space = text.find(" ", first - LEAD, first)
    return space + 1 if space >= 0 else first


def _found(text: str, query: str) -> Iterator[Span]:
    asked = [(word.lower(), bool(star)) for word, star in ASKED.findall(query)[:MAX_WORDS]]
    heads = tuple(word for word, star in asked if star)
    forms = {form for word, star in asked if not star for form in (word, _stem(word), _root(word))}
    cores = {form[1:] for form in forms}
    for match in WORD.finditer(text) if asked else ():
        word = match[0].lower()
        if (heads and word.startswith(heads)) or (_may_be(word, cores) and (word in forms or _stem(word) in forms)):
            yield match.span()


def _may_be(word: str, cores: set[str]) -> bool:
    """False where the stem can be none of the forms: a stem stands in its word from its second letter on.

    "menyapu" -> "sapu". Most words of a text need no stemming so.
    """
    return any(core in word for core in cores)


def _bracketed(text: str, start: int, end: int, spans: "Iterator[Span] | list[Span]") -> str:
    pieces, at = [], start
    for head, tail in spans:
        if head >= start and tail <= end:
            pieces += [text[at:head], OPEN, text[head:tail], CLOSE]
            at = tail
    return "".join([*pieces, text[at:end]])


@lru_cache(maxsize=100_000)  # about the number of different words in a year of news
def _stem(word: str) -> str:
    return str(snowballstemmer.stemmer("indonesian").stemWord(word))


def _root(word: str) -> str:
    """As the search has it, so that what is found is marked: the stem of the stem where that is long."""
    root = _stem(_stem(word))
    return root if len(root) >= SHORTEST_ROOT else _stem(word)
