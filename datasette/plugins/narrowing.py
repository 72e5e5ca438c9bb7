"""narrowed(query, wanted): a full-text expression that only finds articles which also have the keys wanted.

A key is a word of the index that stands for a name, a topic, a publisher … (nlp/search.py makes them). So a filter is
one more word to be found, and what is found comes newest first at the cost of a word, however common it is.
"""

import hashlib
import json
import sqlite3
from functools import lru_cache

from datasette import hookimpl

NOTHING = '""'  # an FTS5 query that is valid and matches no article


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    conn.create_function("narrowed", 2, narrowed, deterministic=True)
    conn.create_function("search_key", 1, key, deterministic=True)


def narrowed(expression: str, wanted: str) -> str:
    """narrowed('"batik"', '[["topic", null], ["topic", "topic:ekspor"]]') -> '("batik") AND ("k…")'

    Of the keys of one filter one must be there; a filter for which nothing was found (null alone) finds nothing. No
    expression (the box is empty) leaves the filters alone, and without those it is "".
    """
    filters: dict[str, list[str]] = {}
    for name, about in json.loads(wanted):
        keys = filters.setdefault(name, [])
        if about is not None:
            keys.append(f'"{key(about)}"')
    if not all(filters.values()) or expression == NOTHING:
        return NOTHING
    return " AND ".join(
        [f"({expression})"] * bool(expression) + [f"({' OR '.join(keys)})" for keys in filters.values()]
    )


@lru_cache(maxsize=10_000)
def key(about: str) -> str:
    """As the index has it."""
    return f"k{hashlib.blake2b(about.encode(), digest_size=8).hexdigest()}"
