"""What the full-text index holds beside headline and text, so that other words for the same thing find an article."""

import re
from collections.abc import Iterable
from functools import cache

import snowballstemmer

from nlp.document import Entity

WORD = re.compile(r"\w+")


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
