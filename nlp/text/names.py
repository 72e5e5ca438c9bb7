"""Finds names of a closed list word by word: "Kemenkop-UKM", "KEMENKOP UKM" and "Kemenkop dan UKM" are one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from nlp.data import lexicon

WORD = re.compile(r"[^\W_]+(?:[’'`](?!s\b)[^\W_]+)*")  # "Ma'ruf" is one word, "Ministry's" two
SPACE = r"[^\S\n]"
BLANKS = re.compile(rf"{SPACE}+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text; the joiners (dan, serta) are no words of their own, but stand in `gap`."""

    text: str
    key: str  # as names are compared: lower case
    start: int
    end: int
    gap: str  # what stands between the word before and this one, blanks as one space; "\n" before the first


@dataclass(frozen=True, slots=True)
class Match:
    """Words first..last (both inclusive) are a name of `values`."""

    first: int
    last: int
    values: tuple[Any, ...]


def words(text: str) -> list[Word]:
    """ "Kopi dan Teh" -> Kopi, Teh (with the gap " dan ")."""
    return list(_words(text))


@lru_cache(maxsize=64)  # two components ask for those of one article, others for those of the same few forms
def _words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    end = 0
    for match in WORD.finditer(text):
        key = match[0].casefold().replace("`", "'").replace("’", "'")
        if key in _joiners() and found:
            continue
        gap = BLANKS.sub(" ", text[end : match.start()]) if found else "\n"
        found.append(Word(match[0], key, match.start(), match.end(), gap))
        end = match.end()
    return tuple(found)


@cache
def _joiners() -> frozenset[str]:
    return frozenset(lexicon("bodies")["joiners"])


@cache
def joining_gap() -> re.Pattern[str]:
    """What may stand between two words of a name that is a list: "," "/" "&" "-" and the joiners, within one line."""
    return re.compile(rf"(?:{SPACE}|[,/&–-]|{'|'.join(_joiners())})+", re.IGNORECASE)


TIGHT_GAP = re.compile(
    rf"{SPACE}{{1,3}}|[-./’']|\.{SPACE}|{SPACE}?[&]{SPACE}?|,{SPACE}Tbk|{SPACE}\(?"
)  # between other words


@dataclass
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    names: list[tuple[tuple[str, ...], bool, Any]] = field(default_factory=list)  # words, loose, value


class NameIndex:
    """A tree of words. Longest name first; upper and lower case count only as `_cased` says."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, name: str, value: Any, loose: bool = False) -> None:
        """`loose` names may be printed with or without commas, "dan" and hyphens between their words."""
        parts = words(name)
        node = self._root
        for part in parts:
            node = node.next.setdefault(part.key, _Node())
        shape = tuple(part.text for part in parts)
        if (shape, loose, value) not in node.names:
            node.names.append((shape, loose, value))

    def matches(self, text: list[Word]) -> Iterator[Match]:
        """The names from left to right, the longest at each place, none overlapping another."""
        at = 0
        while at < len(text):
            match = self.longest(text, at)
            if match:
                yield match
                at = match.last + 1
            else:
                at += 1

    def longest(self, text: list[Word], at: int) -> Match | None:
        """The longest name that begins at word `at`."""
        node, best, position = self._root, None, at
        while position < len(text):
            following = node.next.get(text[position].key)
            if following is None:
                break
            node = following
            values = _accepted(node.names, text[at : position + 1])
            if values:
                best = Match(at, position, values)
            position += 1
        return best

    def knows(self, key: str) -> bool:
        """Whether some name begins with this word (lower case)."""
        return key in self._root.next


def _accepted(names: Iterable[tuple[tuple[str, ...], bool, Any]], printed: list[Word]) -> tuple[Any, ...]:
    values = []
    for shape, loose, value in names:
        gap = joining_gap() if loose else TIGHT_GAP
        if all(gap.fullmatch(word.gap) for word in printed[1:]) and all(map(_cased, shape, printed)):
            values.append(value)
    return tuple(values)


def _cased(name: str, printed: Word) -> bool:
    """ "BPS" only as BPS, "Kadin" also as KADIN, "kementerian" also as Kementerian."""
    if name == name.upper() and len(name) > 1:
        return printed.text == printed.text.upper()
    if name[0].islower() and name != name.lower():  # "idEA" is not "Idea"
        return printed.text in (name, name.upper())
    return printed.text[0].isupper() or not name[0].isupper()
