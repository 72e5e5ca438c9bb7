"""Regular expressions out of lists of words, and whether a text has a word."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_RUN = re.compile(r"\w+")


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first; a blank in a word stands for any single blank."""
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=len, reverse=True)) + ")"


def stands_in(word: str, text: str, end: int | None = None) -> bool:
    """Whether the text, or its first `end` characters, print this word by itself and in just these letters."""
    stop = len(text) if end is None else end
    if _RUN.fullmatch(word):
        return _runs(text).get(word, stop + 1) <= stop
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(text, 0, stop) is not None


def standing(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the text prints these words by themselves, start and end; no pattern is made for each name."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not _in_word(text[start - 1 : start]) and not _in_word(text[end : end + 1]):
            yield start, end
        start = text.find(words, start + 1)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@lru_cache(maxsize=4)  # the text and its parts: each is asked about every word of it
def _runs(text: str) -> dict[str, int]:
    """The words of the text, with where the first of each ends."""
    first: dict[str, int] = {}
    for match in _RUN.finditer(text):
        first.setdefault(match.group(), match.end())
    return first
