"""Words around a number that say what it counts, when no noun stands right behind it. Pure.

The words stand in lexicon/counted.toml.
"""

import re

from nlp.data import lexicon
from nlp.numerals.counted import LOOK_BACK, noun, pattern, percent_between, word_set
from nlp.numerals.numbers import SPACE
from nlp.text.patterns import any_of


def amount_before(text: str, start: int, end: int, headline: bool = False) -> str | None:
    """The noun that the sentence itself counts: "jumlah penduduk Tianjin mencapai |" -> "penduduk"."""
    said = text[max(start, end - LOOK_BACK) : end]
    found = None
    for match in re.finditer(rf"\b{pattern('heads', 'amount')}\b", said, re.I):
        if following := noun(said, match.end(), headline):
            found = following.text
    return found or own_before(text, end)


def leads(text: str, start: int) -> bool:
    """Whether the words before a bare number point to a noun before them: "baru 30.000", "pesertanya hanya 40"."""
    return bool(re.search(rf"\b{pattern('heads', 'leads')}{SPACE}$", text[max(0, start - 20) : start], re.I))


def follows(text: str, end: int) -> bool:
    """Whether the words behind a bare number do: "40 di antaranya", "850 atau 85 persen"."""
    words = re.compile(rf"{SPACE}{pattern('heads', 'follows')}\b", re.I).match(text, end)
    return bool(words or percent_between().match(text, end))


def own_before(text: str, start: int) -> str | None:
    """A noun right before a number that it counts: "populasi |319 juta" -> "populasi"."""
    own = re.search(rf"\b({pattern('heads', 'own')}){SPACE}(?:\w+{SPACE})?$", text[max(0, start - 40) : start], re.I)
    return own[1].lower() if own else None


def is_money(text: str, start: int, end: int, headline: bool = False) -> bool:
    """Whether the words before a bare number speak of money: "omzet mencapai |15 juta"."""
    if (amount := amount_before(text, start, end, headline)) and amount.split()[0] not in word_set("heads", "money"):
        return False
    said = text[max(start, end - 50) : end]
    return bool(re.search(rf"\b{pattern('heads', 'money')}(?:nya)?:?{SPACE}(?:[^\W\d]+:?{SPACE}){{0,3}}$", said, re.I))


def is_earned(text: str, start: int, end: int) -> bool:
    """Whether earnings or prices are spoken of before: "Omzet naik. Dari dua juta menjadi |enam juta"."""
    said = text[max(start, end - 2 * LOOK_BACK) : end]
    return bool(re.search(rf"\b{pattern('heads', 'earned')}(?:nya)?\b", said, re.I))


def is_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word touches the number on either side: "Reno 3", "5 Rukun Islam"."""
    before = re.search(rf"(?<![.!?“\"] )(?<!^)\b[A-Z]\w+{SPACE}$", text[max(0, start - 25) : start])
    return bool(before or re.compile(rf"{SPACE}[A-Z][a-z]").match(text, end))


def touches(text: str, end: int, start: int) -> bool:
    """Whether only words that lead to a number stand between a noun and the number."""
    between = text[end:start].lower().split()
    return all(w in word_set("heads", "leads") or w in word_set("heads", "between") for w in between)


def is_level(text: str, start: int) -> bool:
    """Whether a bare number tells how high an index stands."""
    return bool(re.search(rf"\b{pattern('heads', 'levels')}{SPACE}$", text[max(0, start - 20) : start], re.I))


def is_described(text: str, end: int) -> bool:
    """Whether a relative clause follows a noun: "UMKM| yang sudah terdaftar"."""
    return bool(re.match(rf"{SPACE}{any_of(lexicon('connectors')['words']['relative'])}\b", text[end : end + 10], re.I))


def manners() -> frozenset[str]:
    """Words behind a percentage that say how it is reckoned and not of what: "6 persen efektif"."""
    return word_set("heads", "manners")


def is_strict(text: str, position: int) -> bool:
    """Whether a noun follows that is only ever counted: "2020 orang", "satu unit"."""
    return bool(re.compile(rf"{SPACE}{pattern('stops', 'strict')}(?!\w)", re.I).match(text, position))
