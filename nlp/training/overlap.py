"""Sentences of the test sets, and near-copies of them, taken out of what the model is trained on."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from nlp.training.marked import Marked

SHINGLE = 3  # words
SHARED = 0.5  # of the shingles of the shorter of two sentences: they are copies
FEWEST = 2  # shared shingles; one alone is a turn of phrase
WORD = re.compile(r"\w+")


def without_copies(sentences: Iterable[Marked], held_out: Iterable[Marked]) -> list[Marked]:
    """The sentences that are neither equal to a held-out one (case and marks aside) nor share half of its shingles."""
    tests = [_words(sentence.text) for sentence in held_out]
    equal = {" ".join(words) for words in tests}
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes = [len(_shingles(words)) for words in tests]
    for number, words in enumerate(tests):
        for shingle in _shingles(words):
            holders[shingle].append(number)
    return [s for s in sentences if not _is_copy(_words(s.text), equal, holders, sizes)]


def _is_copy(words: list[str], equal: set[str], holders: dict[tuple[str, ...], list[int]], sizes: list[int]) -> bool:
    if " ".join(words) in equal:
        return True
    own = _shingles(words)
    hits = Counter(number for shingle in own for number in holders.get(shingle, ()))
    return any(n >= FEWEST and n >= SHARED * min(len(own), sizes[number]) for number, n in hits.items())


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
