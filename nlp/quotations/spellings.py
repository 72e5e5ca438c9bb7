"""Two spellings of one name in one article: "Sutarmiji" for "Sutarmidji". Pure."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import Indel

ALIKE = 0.85  # of two spellings of one name: "Rohman" and "Roman" have 0.91, "Wulan" and "Bulan" 0.8
SHORTEST_ALIKE = 5  # letters; shorter names that differ in one letter are two names


def alike(name: str, word: str) -> bool:
    """Whether two words are spellings of one name."""
    if word == name or word[0] != name[0] or min(len(word), len(name)) < SHORTEST_ALIKE:
        return False
    return abs(len(word) - len(name)) <= 1 and Indel.normalized_similarity(name, word) >= ALIKE


@lru_cache(maxsize=10_000)  # asked for every pair of names of an article, again and again
def same_name(one: str, other: str) -> bool:
    """Whether two names are one but for the spelling of a word: "Wulan Rohman" and "Wulan Roman".

    Of two names of several words one word at least is the same.
    """
    words, others = one.split(), other.split()
    if one == other or len(words) != len(others):
        return False
    pairs = list(zip(words, others, strict=True))
    differ = [(a, b) for a, b in pairs if a != b]
    return (len(words) == 1 or len(differ) < len(pairs)) and all(alike(a, b) for a, b in differ)


class Spellings:
    """One text, to be asked which spelling of a name it prints most."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._printed = cache(self._count)

    def most_printed(self, name: str, names: Iterable[str]) -> str:
        """This name as the text spells it most often; of spellings printed as often the one that it has first."""
        spelled = [name, *(other for other in names if same_name(name, other))]
        return max(spelled, key=self._printed) if len(spelled) > 1 else name

    def _count(self, name: str) -> tuple[int, int]:
        places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self._text)]
        return len(places), -places[0] if places else 0
