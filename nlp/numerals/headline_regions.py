"""The regions of a headline, where every word has a capital: "30 Perajin |Kota Batu|". Pure."""

import re
from functools import cache

from nlp.data import lexicon
from nlp.numerals.grammar import SPACE
from nlp.places.regions import regions

WORD = re.compile(rf"{SPACE}{{0,2}}([^\W\d_](?:[\w/&’'-]*\w)?)")


@cache
def _region_names() -> frozenset[str]:
    return frozenset(name for region in regions() for name in (region.name, *region.aliases))


def region_end(text: str, word: re.Match[str], end: int) -> int | None:
    """Where the region ends whose name begins with this word of a headline, or that it leads to: "|Kota Batu"."""
    following = WORD.match(text, word.end(), end)
    last = WORD.match(text, following.end(), end) if following else None
    if word[1].lower() in lexicon("counted")["heads"]["regions"]:
        return following.end() if following and following[1][0].isupper() else None
    names: list[str] = []
    ends: list[int] = []
    for part in (word, following, last):
        if part:
            names.append(" ".join([*names[-1:], part[1]]))
            ends.append(part.end())
    return max((stop for name, stop in zip(names, ends, strict=True) if name in _region_names()), default=None)
