"""Runs of capitalised words that no component has read yet and that may be the name of an organisation."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from nlp.bodies.field_words import is_field
from nlp.bodies.introduced import office_word as title_word
from nlp.bodies.known import NOTHING, index
from nlp.data import gazetteer, lexicon
from nlp.people.name_words import office_word
from nlp.text.names import Word
from nlp.text.phrases import following

LONGEST = 5  # words of a name
INNER = (
    "and",
    "by",
    "de",
    "of",
    "the",
)  # English words in lower case that a name goes on behind: "Daun Garden and Resto"
GAPS = (" ", "-", " & ", "&", "'", "’", " and ")
BEFORE = (" ", " “", ' "', " ‘", " '")  # between a name and what introduces it
HUMP = re.compile(r"(?:[A-Z][A-Za-z]*[a-z]|[a-z])[A-Z]\w*")  # "HijUp", "eFishery"
NOUN, ACTION = (re.compile(lexicon("bare_names")["shapes"][shape]) for shape in ("noun", "action"))
ROMAN = re.compile(r"[IVX]+")
AGE = re.compile(r"\s*\(\s*$")  # what opens a bracket behind a name; an age in it says that it is one of a person

Range = tuple[int, int]  # first and last word, inclusive


@dataclass
class Runs:
    """The runs of one text, with how often each stands by itself."""

    text: list[Word]
    taken: frozenset[int]  # words that other names hold
    places: frozenset[int]  # those of them that name a region or a country: they may stand inside a name
    titled: frozenset[int]  # words of headlines in title case
    speakers: frozenset[int]  # words that are names of persons
    all: list[Range] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.lower = frozenset(word.key for word in self.text if word.text.islower())
        self.all = list(self._found())
        self.count.update(self.printed(run) for run in self.all)

    def printed(self, run: Range) -> str:
        """The words of the run as printed, with single spaces."""
        return " ".join(word.text for word in self.text[run[0] : run[1] + 1])

    def _found(self) -> Iterator[Range]:
        at = 0
        while at < len(self.text):
            last = self._end(at)
            if last is None:
                at += 1
                continue
            first = at
            while first <= last and self._opens_only(first):
                first += 1
            if first <= last:
                yield first, last
            at = last + 1

    def _end(self, at: int) -> int | None:
        """The last word of the run that begins at word `at`."""
        no_start = self._in_figure(at) or self.text[at].gap.endswith("#")  # "#NumpangLapak"
        if at in self.taken or at in self.titled or not begins(self.text[at]) or no_start:
            return None
        last = at
        while last + 1 < len(self.text) and last - at + 1 < LONGEST:
            after = self._step(last)
            if after is None:
                break
            last = after
        return last

    def _in_figure(self, at: int) -> bool:
        """Part of an amount or of the number of a letter: "US$2,1 juta", "090/SKEP/HIPMI/2017"."""
        after = following(self.text, at)
        return after.startswith("$") or (self.text[at].gap == "/" and after == "/")

    def _step(self, last: int) -> int | None:
        """The word with which a name that holds word `last` goes on."""
        text, at = self.text, last + 1
        if text[at].gap not in GAPS:
            return None
        if text[at].text in INNER and at + 1 < len(text) and text[at].gap == " " and text[at + 1].gap == " ":
            return at + 1 if text[at + 1].text[0].isupper() and at + 1 not in self.taken else None
        free = at not in self.taken or (at in self.places and at + 1 not in self.places)  # "JPW Coffee Sumatera Utara"
        return at if free and (begins(text[at]) or ROMAN.fullmatch(text[at].text)) else None

    def _opens_only(self, at: int) -> bool:
        """No part of the name: "UKM" of "UKM Shaniqua", a word of the language that only opens its sentence."""
        word = self.text[at]
        if word.key in listed("never", "openers") or title_word(word):
            return True
        opens = word.gap != " " and not word.gap.endswith(("(", "-", "&", ","))
        common = word.key in self.lower or word.key in listed("never", "first") or word.key in leads()
        return opens and common


def begins(word: Word) -> bool:
    """May begin or go on with a name: a capital, or a hump as in "eFishery"."""
    data = lexicon("bodies")["organisations"]
    stop = word.key in data["stops"] or word.text in data["companies"] or word.text in data["company_tails"]
    return (word.text[0].isupper() or HUMP.fullmatch(word.text) is not None) and not stop and not word.text[0].isdigit()


@cache
def listed(table: str, row: str) -> frozenset[str]:
    """One list of lexicon/bare_names.toml."""
    return frozenset(lexicon("bare_names")[table][row])


@cache
def leads() -> frozenset[str]:
    """The single words that show a name behind them: "Saham" in "Saham Sumberboga turun"."""
    table = lexicon("bare_names")["before"]
    return frozenset(word for row in ("kinds", "members", "together") for word in table[row] if " " not in word)


@cache
def given_names() -> frozenset[str]:
    """The listed given names."""
    return frozenset(lexicon("given_names")["words"].split())


def may_be_named(runs: Runs, run: Range) -> bool:
    """The words are no name of a person, and could be one of an organisation."""
    inner = runs.text[run[0] : run[1] + 1]
    person = any(word.key in given_names() for word in inner) or runs.speakers & set(range(run[0], run[1] + 1))
    quoted = run[0] > 0 and inner[0].gap == " " and runs.text[run[0] - 1].key in lexicon("reporting_verbs")["bare"]
    behind = run[0] - 1 in runs.taken - runs.places and inner[0].gap == " "  # "CEO Kopi Kenangan Edward Tirtanata"
    return not person and not quoted and not behind and could_be_named(runs, run)


def could_be_named(runs: Runs, run: Range) -> bool:
    """The words are more than common ones, and say no event, region or office."""
    inner = runs.text[run[0] : run[1] + 1]
    first, last = inner[0], inner[-1]
    if first.key in listed("never", "first") or first.text in _ministers() or last.key in listed("things", "ends"):
        return False
    if all(word.key in lexicon("degrees")["words"] for word in inner):
        return False
    if all(_common(word) for word in inner) or ACTION.fullmatch(first.key) or _is_listed(runs.text, run):
        return False
    aged = AGE.fullmatch(following(runs.text, run[1])) and runs.text[run[1] + 1].text.isdigit()
    return not aged and not behind_thing(runs.text, run[0])


@cache
def _ministers() -> frozenset[str]:
    """The first words of the short offices of ministers: "Mendes" of "Mendes PDT"."""
    return frozenset(office.split()[0] for office in gazetteer("offices")["short"]["offices"])


def _common(word: Word) -> bool:
    """No name by itself: listed, a field of work, a numeral, a single letter."""
    numeral = len(word.text) == 1 or ROMAN.fullmatch(word.text) or any(letter.isdigit() for letter in word.text)
    return (
        bool(numeral)
        or word.key in listed("never", "common")
        or office_word(word.key)
        or is_field(word.key)
        or bool(NOUN.fullmatch(word.key))
    )


def no_common(runs: Runs, run: Range) -> bool:
    """No word of the run is a common one: "mahasiswa ITS", not "mahasiswa Pengabdian Masyarakat"."""
    return not any(_common(word) for word in runs.text[run[0] : run[1] + 1])


def _is_listed(text: list[Word], run: Range) -> bool:
    match = index().longest(text, run[0])
    if match is None or match.last < run[1]:
        return False
    return any(known.region or known == NOTHING for known in match.values)


def behind_thing(text: list[Word], first: int) -> bool:
    """ "program HijUp Growth", "motif Singa Barong"; not "kedai kopi Senja Kala"."""
    if not first or text[first].gap not in BEFORE or text[first - 1].key not in listed("things", "before"):
        return False
    return first < 2 or f"{text[first - 2].key} {text[first - 1].key}" not in listed("before", "kinds")


def hump(text: str) -> bool:
    """Printed with a capital inside, as brands are: "KaIND"; no short name of a body of the state."""
    prefixes = (*lexicon("office_words")["bodies"]["state_prefixes"], *lexicon("bare_names")["no_brands"])
    return HUMP.fullmatch(text) is not None and not text.startswith(prefixes)
