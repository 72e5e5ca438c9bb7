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
    if b[0] in word_list("person_cues", "titles_like_words") and b[1:] == a:
        return True  # "Lalu Wirajaya" and "Wirajaya"
    if any("".join(b[i : i + 2]) == "".join(a) for i in range(len(b) - 1)) and len(a) < len(b):
        return _short(b[0]) or len(a) == 1 or a[0] == b[0]  # "LaNyalla" and "La Nyalla" of "AA La Nyalla Mattalitti"
    if len(a) > 1 and not _same_word(a[0], b[0]) and not _same_word(b[0], a[0]):
        return False  # "Iriana Joko Widodo" is not Joko Widodo
    rest = iter(b)
    return all(any(_same_word(x, y) for y in rest) for x in a) and any(len(x) > 2 for x in a)


@lru_cache(maxsize=10_000)  # each name of an article is compared with each
def _parts(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w'’-]+", name.casefold()))


def _short(word: str) -> bool:
    """Initials before a name: "AA"."""
    return len(word) <= len("aa") or word in word_list("person_cues", "initials")


def _same_word(x: str, y: str) -> bool:
    short = min(len(x), len(y))
    return (
        x == y
        or (short <= 2 and x[0] == y[0])
        or (x in word_list("person_cues", "initials") and x[0] == y[0] and len(x) < 5)
    )


def alike(one: str, other: str) -> bool:
    """Two names that begin and end alike, as those of one holder of an office: "Melki" and "Melkiades Laka Lena"."""
    a, b = _parts(one), _parts(other)
    first, second = sorted((a[0], b[0]), key=len)
    begins = second.startswith(first) or any(word.startswith(first) for word in max(a, b, key=len))
    return min(len(a), len(b)) > 1 and a[-1] == b[-1] and begins and len(first) >= len("siti")
