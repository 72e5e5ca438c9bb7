"""What is counted: the noun behind a number, or the one before it that it takes over. Pure.

The words stand in lexicon/counted.toml.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.data import lexicon
from nlp.numerals.headline_regions import WORD, region_end
from nlp.numerals.numbers import SPACE
from nlp.text.patterns import any_of, stands_in

UNIT_WORDS = 2  # "pelaku UMKM", "unit usaha": with more it says which ones and no longer what
WHAT_WORDS = 6  # "nilai transaksi perdagangan batik nasional"
LOOK_BACK = 300  # characters: a noun further away is not what a number counts
_ROMAN = re.compile(r"[IVX]+")
_LETTER = re.compile(r"(?<!\w)[^\W\d_]")


@dataclass(frozen=True)
class Noun:
    """A noun phrase as far as it names what is counted."""

    text: str  # lower case but for acronyms
    start: int  # characters, half open
    end: int


@cache
def word_set(table: str, key: str) -> frozenset[str]:
    """A list of lexicon/counted.toml in lower case."""
    return frozenset(w.lower() for w in lexicon("counted")[table][key])


@cache
def pattern(table: str, key: str) -> str:
    """A list of lexicon/counted.toml as a pattern for one of its words."""
    return any_of(lexicon("counted")[table][key])


@cache
def percent_between() -> re.Pattern[str]:
    """Another form of the number between it and the noun: "12 juta| atau 18%| pelaku UMKM"."""
    percent, again = lexicon("units")["percent"], any_of(lexicon("connectors")["words"]["or"])
    sign = any_of([*percent["names"], *percent["symbols"]])
    return re.compile(rf"{SPACE}{again}{SPACE}?(?:[^\W\d]+{SPACE}){{0,2}}\d[\d.,]*{SPACE}?{sign}\)?", re.I)


def is_verb(word: str) -> bool:
    """Whether the shape says verb: "mengikuti", "berhasil", "dilatih"; "mesin" and "dinas" are nouns."""
    rules, low = lexicon("counted")["verbs"], word.lower()
    if low in word_set("nouns", "nouns") or low in word_set("nouns", "complete") or len(low) < rules["shortest"]:
        return False
    return not word.isupper() and low.startswith(tuple(rules["prefixes"]))


def _stops(word: str) -> bool:
    low = word.lower()
    number = any(c.isdigit() for c in word) or _ROMAN.fullmatch(word) or low in lexicon("magnitudes")["words"]
    if low.startswith(lexicon("numerals")["marks"]["one"] + "-") or _is_rate(low):  # "se-Indonesia", "perbungkus"
        return True
    return len(word) == 1 or bool(number) or low in word_set("stops", "words") or is_verb(word)


def _says_when(word: str) -> bool:
    """Behind a noun these begin another part of the sentence: "1.250 perajin tahun ini", "se-Jawa Timur"."""
    low, prefixes = word.lower(), tuple(lexicon("counted")["stops"]["prefixes"])
    return low in lexicon("units")["duration"]["names"] or low.startswith(prefixes)


def _is_rate(low: str) -> bool:
    """ "perbungkus", "perkilogramnya": for one of these."""
    per = lexicon("numerals")["marks"]["part"]
    return low.startswith(per) and base(low).removeprefix(per) in _priced()


@cache
def _priced() -> frozenset[str]:
    return word_set("heads", "classifiers") | word_set("heads", "pieces") | set(lexicon("units")["weight"]["names"])


def _is_name(word: str, before: list[re.Match[str]], text: str, end: int) -> bool:
    """Whether a capital makes the word a name; not where the same text prints it small, and never inside a noun."""
    if not word[0].isupper() or not word[1:2].islower():
        return False
    if before and not before[-1][1].istitle() and before[-1][1].lower() not in word_set("heads", "pieces"):
        return True  # "pelaku UKM Gresik", but "80 unit Koperasi Desa"
    low = word.lower()
    common = low in word_set("nouns", "complete") or low in word_set("stops", "strict")
    return not common and not stands_in(low, text, end)


def lowered(word: str) -> str:
    """ "Pelaku" -> "pelaku", "UMKM" stays."""
    return word.lower() if word[1:].islower() or len(word) == 1 or (word.isupper() and len(word) > 6) else word


def _phrase(text: str, position: int, end: int) -> re.Match[str] | None:
    return re.compile(rf"{SPACE}{{0,2}}({pattern('nouns', 'phrases')})(?!\w)", re.I).match(text, position, end)


def is_phrase(text: str, position: int) -> bool:
    """Whether a fixed phrase stands behind a number, so that its first word is no unit: "dua jam tangan"."""
    return bool(_phrase(text, position, len(text)))


def noun(
    text: str,
    position: int,
    headline: bool = False,
    limit: int = UNIT_WORDS,
    opening: bool = False,
    end: int | None = None,
) -> Noun | None:
    """The noun that begins at `position`: "| pelaku UMKM Gresik" -> "pelaku UMKM"; None where no noun stands.

    `opening` says that its first word opens a sentence, so that a capital does not make it a name; nothing is read
    from character `end` on.
    """
    end = len(text) if end is None else end
    words: list[re.Match[str]] = []
    pieces = 0  # "set" of "set alat batik" says in what pieces, and not yet what
    while len(words) < limit + pieces and (
        match := (fixed := _phrase(text, position, end)) or WORD.match(text, position, end)
    ):
        word = match[1]
        printed_big = headline or (opening and not words)
        if headline and words and not fixed and region_end(text, match, end):
            break
        if not fixed and (_stops(word) or (not printed_big and _is_name(word, words, text, end))):
            break
        if limit == UNIT_WORDS and not words and word.lower() in word_set("heads", "qualities"):
            break
        if limit == UNIT_WORDS and words and not fixed and _says_when(word):
            break
        person = not words and word.lower() in word_set("heads", "persons")
        pieces += not words and word.lower() in word_set("heads", "pieces")
        words.append(match)
        position = match.end()
        if limit == UNIT_WORDS and _is_complete(word, headline) and not person:
            break
    if not words:
        return None
    return Noun(" ".join(lowered(w) for m in words for w in m[1].split()), words[0].start(1), words[-1].end())


def _is_complete(word: str, headline: bool) -> bool:
    """Whether a unit ends with this word; in a running text "IKM" may go on: "IKM pangan"."""
    return word.lower() in word_set("nouns", "complete") and (headline or not word.isupper())


def noun_after(text: str, position: int, headline: bool = False, free: bool = False) -> Noun | None:
    """The noun counted by a number that ends at `position`, over "lebih" and over "atau 18%".

    With `free` it may have a capital: "kepada 50| Penenun".
    """
    if skipped := percent_between().match(text, position):
        position = skipped.end()
    elif filler := re.compile(rf"{SPACE}?{pattern('nouns', 'fillers')}(?=\s)", re.I).match(text, position):
        position = filler.end()
    stuck = re.compile(rf"{pattern('stops', 'strict')}(?!\w)").match(text, position)
    if not stuck and not re.match(rf"{SPACE}|[-–]", text[position : position + 1]):
        return None  # "3x4", "12,": nothing counted follows
    return noun(text, position, headline, opening=free)


def phrases(text: str, start: int, end: int, headline: bool = False) -> Iterator[Noun]:
    """The noun phrases of text[start:end] in their order, as long as they go on; the first word is no name."""
    start = max(start, end - LOOK_BACK)
    position = start
    while match := _LETTER.search(text, position, end):
        word = WORD.match(text, match.start(), end) if headline else None
        if word and (region := region_end(text, word, end)):
            position = region
            continue
        opening = not text[start : match.start()].strip("\"“'‘( ")
        found = noun(text, match.start(), headline, WHAT_WORDS, opening, end)
        if found:
            yield found
        following = WORD.match(text, match.start(), end)
        position = found.end if found else following.end() if following else match.end()


def is_countable(noun_text: str) -> bool:
    """Whether these words name people or businesses, which are what a large number most often counts."""
    first = noun_text.split()[0].lower()
    return first in word_set("heads", "population") or first in word_set("nouns", "complete")


def base(noun_text: str) -> str:
    """ "pesertanya" -> "peserta"."""
    its = lexicon("numerals")["marks"]["its"]
    return noun_text.removesuffix(its) if len(noun_text) > len(its) + 2 else noun_text
