"""Regular expressions out of lists of words, and whether a text has a word."""

import re
from collections.abc import Iterable
from functools import lru_cache

_RUN = re.compile(r"\w+")


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first; a blank in a word stands for any single blank."""
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=len, reverse=True)) + ")"


def stands_in(word: str, text: str) -> bool:
    """Whether the text prints this word by itself and in just these letters."""
    if _RUN.fullmatch(word):
        return word in _runs(text)
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


@lru_cache(maxsize=4)  # the text and its parts: each is asked about every word of it
def _runs(text: str) -> frozenset[str]:
    return frozenset(_RUN.findall(text))
