"""Whether two units can name the same thing: "UMKM" and "pelaku usaha mikro kecil menengah". Pure."""

from functools import cache

from nlp.data import lexicon
from nlp.numerals.counted import word_set

SHORTEST = 3  # letters of an abbreviation of which the first ones can be told


@cache
def _short_forms() -> dict[str, str]:
    return {short.lower(): full.lower() for short, full in lexicon("counted")["same"].items()}


def _spelled(noun_text: str) -> set[str]:
    """The words of a unit, short forms spelled out: "pelaku UMKM" -> pelaku, usaha, mikro, kecil, menengah."""
    return {word for w in noun_text.lower().split() for word in _short_forms().get(w, w).split()}


def overlap(a: str, b: str) -> bool:
    """Whether two units can name the same thing: "negara" and "negara anggota", not "unit mesin" and "unit usaha"."""
    words = (_spelled(a), _spelled(b))
    if any(w <= word_set("heads", "classifiers") and w <= words[1 - i] for i, w in enumerate(words)):
        return True  # "200 pasang sepatu", "200 pasang"
    left, right = (w - word_set("heads", "classifiers") or w for w in words)
    return not left or not right or bool(left & right) or _abbreviates(a, b) or _abbreviates(b, a)


def _abbreviates(short: str, full: str) -> bool:
    """Whether one is made of the first letters of the other: "KUB" of "kelompok usaha (bersama)"."""
    initials = "".join(word[0] for word in full.upper().split())
    return len(short) >= SHORTEST and short.isupper() and short.startswith(initials)
