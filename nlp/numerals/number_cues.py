"""Words around a number that say what it counts, when no noun stands right behind it. Pure.

The words stand in lexicon/counted.toml.
"""

import re
from functools import cache

from nlp.data import lexicon
from nlp.numerals.counted import (
    LOOK_BACK,
    UNIT_WORDS,
    Noun,
    base,
    is_verb,
    noun,
    pattern,
    percent_between,
    phrases,
    word_set,
)
from nlp.numerals.numbers import SPACE, Number
from nlp.text.patterns import any_of

_OPENS = re.compile(r"(?:\n|[.!?:;(\"“”] ?|[–—-] )$")  # a sentence can begin behind it


def amount_before(text: str, start: int, end: int, headline: bool = False) -> str | None:
    """The noun that the sentence itself counts: "jumlah penduduk Tianjin mencapai |" -> "penduduk"."""
    said = text[max(start, end - LOOK_BACK) : end]
    found = None
    for match in re.finditer(rf"\b{pattern('heads', 'amount')}\b", said, re.I):
        if following := noun(said, match.end(), headline, opening=True):
            found = following.text
    return found or own_before(text, end)


def leads(text: str, start: int) -> bool:
    """Whether the words before a bare number point to a noun before them: "baru 30.000", "pesertanya hanya 40"."""
    found = re.search(rf"\b({pattern('heads', 'leads')}){SPACE}$", text[max(0, start - 20) : start], re.I)
    if found is None or found[1].lower() not in word_set("heads", "to"):
        return found is not None
    rise = any_of(lexicon("connectors")["words"]["of"])  # "Dumai ke 26" is an ordinal, "naik dari 10 ke 26" none
    return bool(re.search(rf"\b{rise}\b[^.;]*$", text[max(0, start - 60) : start], re.I))


def follows(text: str, end: int) -> bool:
    """Whether the words behind a bare number do: "40 di antaranya", "850 atau 85 persen"."""
    words = re.compile(rf"{SPACE}{pattern('heads', 'follows')}\b", re.I).match(text, end)
    return bool(words or percent_between().match(text, end))


def leads_bound(text: str, start: int) -> bool:
    """Whether a bound without a noun is led to: "IKM logam mencapai |ratusan"."""
    return bool(re.search(rf"\b{pattern('heads', 'leads_bound')}{SPACE}$", text[max(0, start - 20) : start], re.I))


def thing_before(text: str, start: int, headline: bool, unit: str) -> str | None:
    """The noun before "sebanyak |359 buah"; before "unit" only a unit: "unit usaha sebanyak |3 juta unit"."""
    if not leads_bound(text, start):
        return None
    since = max(text.rfind(mark, 0, start) for mark in ".,;\n") + 1
    nouns = subjects(text, since, start, headline)
    best = amount_before(text, since, start, headline) or (nouns[-1].text if nouns else "")
    if not best or (unit == "unit" and unit not in best.split()):
        return None
    return " ".join(best.split()[:UNIT_WORDS])


def subjects(text: str, start: int, end: int, headline: bool) -> list[Noun]:
    """The nouns that a number behind them can count; those behind a preposition only where there are no others."""
    nouns = [
        n for n in phrases(text, start, end, headline) if base(n.text.lower()) not in word_set("heads", "abstract")
    ]
    led = rf"(?i:\b{pattern('heads', 'governed')}{SPACE}$)"
    free = [n for n in nouns if not re.search(led, text[max(start, n.start - 10) : n.start])]
    return free or nouns


def among(text: str, end: int) -> bool:
    """Whether the words behind a bare number name those counted before: "tiga| di antaranya"."""
    return bool(re.compile(rf"{SPACE}{pattern('heads', 'among')}\b", re.I).match(text, end))


@cache
def _ranks() -> frozenset[str]:
    return frozenset(lexicon("numbering")["ranks"]["after"])  # "Terbaik |10 Program Pokok"


def is_share(text: str, part: Number, whole: Number, end: int, unit: str | None) -> bool:
    """Whether "tiga dari empat UMKM" tells the share of all of a kind and not how many of some things."""
    if part.digits or whole.digits or not unit or unit.split()[0].lower() not in word_set("heads", "population"):
        return False
    return not re.compile(rf"{SPACE}{pattern('heads', 'these')}\b", re.I).match(text, end)


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
    """Whether a capitalised word touches the number on either side: "Reno 3", "5 Rukun Islam", "KUK 3 dan |4"."""
    listed = rf"(?:\d+(?:,|{SPACE}?(?:{any_of(['&', *_joins()])})){SPACE}?)*"
    before = re.search(rf"(?<![.!?“\"] )(?<!^)\b[A-Z]\w+{SPACE}{listed}$", text[max(0, start - 25) : start])
    return bool(before or re.compile(rf"{SPACE}[A-Z][a-z]").match(text, end))


def _joins() -> list[str]:
    words = lexicon("connectors")["words"]
    return [*words["and"], *words["range"], *words["list"]]


def counts(text: str, start: int) -> bool:
    """Whether a number counts here even what has a capital: "kepada |50 Penenun", but not "Regional |7 Sumatera".

    That is so behind a preposition or a verb and where a sentence begins.
    """
    before = text[max(0, start - 25) : start]
    word = re.search(rf"([^\W\d_][\w-]*){SPACE}$", before)
    if word is None:
        return start == 0 or bool(_OPENS.search(before))
    low = word[1].lower()
    if low in word_set("heads", "to") or low in lexicon("magnitudes")["words"] or low in _ranks():
        return False
    return low in word_set("stops", "words") or low in word_set("heads", "leads") or is_verb(word[1])


def names(text: str, number: Number, noun_start: int) -> bool:
    """Whether a small number stands inside a name: "Wakil Rektor |2 Bidang Akademik"."""
    capital = text[noun_start].isupper() and text[noun_start + 1 : noun_start + 2].islower()
    return (
        capital
        and number.plain
        and len(number.digits) == 1
        and not counts(text, number.start)
        and is_name(text, number.start, number.start)
    )


def is_price(text: str, end: int) -> bool:
    """Whether a bare amount is asked for one piece or one weight: "10 ribu| per bungkus", "5 ribu|/kg"."""
    per, pieces = any_of(lexicon("connectors")["words"]["per"]), lexicon("counted")["heads"]["pieces"]
    its = lexicon("numerals")["marks"]["its"]
    weights = [*lexicon("units")["weight"]["names"], *lexicon("units")["weight"]["symbols"]]
    return bool(
        re.compile(rf"{SPACE}?{per}{SPACE}?{any_of([*pieces, *weights])}(?:{its})?(?!\w)", re.I).match(text, end)
    )


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


def is_pointed(text: str, end: int) -> bool:
    """Whether a demonstrative follows a noun: "koperasi| itu"."""
    return bool(re.match(rf"{SPACE}{pattern('heads', 'these')}\b", text[end : end + 12], re.I))


def manners() -> frozenset[str]:
    """Words behind a percentage that say how it is reckoned and not of what: "6 persen efektif"."""
    return word_set("heads", "manners")


def is_stuck(text: str, position: int) -> bool:
    """Whether such a noun is printed right behind the number, without a blank: "61|peserta"."""
    return bool(re.compile(rf"{pattern('stops', 'strict')}(?!\w)").match(text, position))


def is_strict(text: str, position: int) -> bool:
    """Whether a noun follows that is only ever counted: "2020 orang", "satu unit"."""
    return bool(re.compile(rf"{SPACE}{pattern('stops', 'strict')}(?!\w)", re.I).match(text, position))
