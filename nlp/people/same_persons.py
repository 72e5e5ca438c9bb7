"""Whether two names are printings of one: "Agus Gumiwang" and "Agus Gumiwang Kartasasmita"."""

import re
from functools import lru_cache

from nlp.people.name_words import word_list


def same_person(one: str, other: str) -> bool:
    """One name is the other, shortened: "Agus Gumiwang" and "Agus Gumiwang Kartasasmita"."""
    a, b = _parts(one), _parts(other)
    if len(a) > len(b):
        a, b = b, a
    if not a:
        return False
    if len(a) > 1 and not _same_word(a[0], b[0]) and not _same_word(b[0], a[0]):
        return False  # "Iriana Joko Widodo" is not Joko Widodo
    rest = iter(b)
    return all(any(_same_word(x, y) for y in rest) for x in a) and any(len(x) > 2 for x in a)


@lru_cache(maxsize=10_000)  # each name of an article is compared with each
def _parts(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w'’-]+", name.casefold()))


def _same_word(x: str, y: str) -> bool:
    short = min(len(x), len(y))
    return (
        x == y
        or (short <= 2 and x[0] == y[0])
        or (x in word_list("person_cues", "initials") and x[0] == y[0] and len(x) < 5)
    )
