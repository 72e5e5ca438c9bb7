"""What an article tells of a name beside it: a title before it, a role behind it, the fuller name. Each asked once."""

import re
from collections.abc import Collection
from functools import cache

from nlp.people.name_words import given
from nlp.quotations.cues import CLAUSES, VERBS, any_of
from nlp.quotations.speaker_names import APPOSED, ends_badly, plausible
from nlp.text.patterns import standing, stands_in
from nlp.text.words import Word

LONGEST_TITLE = 16  # characters: "Penjabat, "
_TITLE = re.compile(rf"(?i:{any_of([*CLAUSES['office_heads'], *CLAUSES['honorifics']])})\s*,?\s+\Z")
LONGEST_RUN = 60  # characters before a name in which its first part is looked for
_RUN = re.compile(r"(?:(?<![\w.])[A-Z][\w'’-]*[ \t\u00a0]+)+\Z")
_NO_NAMES = frozenset(
    word
    for key in ("office_heads", "honorifics", "ranks", "roles", "person_nouns", "openings")
    for word in CLAUSES[key]
) | frozenset(word for verbs in VERBS.values() if isinstance(verbs, list) for word in verbs)
_AND = re.compile(rf"\s+{any_of(CLAUSES['joins'])}\s+")
_APPOSED = re.compile(APPOSED)
_INITIALS = re.compile(r"\s[A-Z]{2}\s")
_CAPITAL = re.compile(r"(?<!\w)[A-Z(][\w.()]*,?\s+\Z")


class Told:
    """One text, to be asked about names."""

    def __init__(self, text: str, regions: Collection[str] = ()) -> None:
        self.text = text
        self._regions = {word for region in regions for word in region.split()}
        self.introduced = cache(self._introduced)
        self.titled = cache(self._titled)
        self.explained = cache(self._explained)
        self.longer = cache(self._longer)
        self.are_two = cache(self._are_two)

    def _introduced(self, name: str) -> bool:
        """Whether it says behind the name who this is: "Karno (61)", "Karno, pemilik kedai"."""
        return any(_APPOSED.match(self.text, end) for _, end in standing(name, self.text))

    def _titled(self, name: str) -> bool:
        """Whether it gives this single name a title: "Bupati Anwar", "Ir H Anwar"."""
        return self._before(name, _TITLE)

    def _explained(self, name: str) -> bool:
        """Whether it says who bears this name: with a title before it, a role behind it, or in a longer name."""
        return self._introduced(name) or self._before(name, _CAPITAL)

    def _before(self, name: str, what: re.Pattern[str]) -> bool:
        return any(what.search(self.text, max(0, at - LONGEST_TITLE), at) for at, _ in standing(name, self.text))

    def _longer(self, name: str, initials: bool) -> str:
        """The name with the capitalised words behind it where it stands first, for the press gives the full name first.

        With `initials` only where an initial stands between: "Wulan Sari" -> "Wulan Sari E. Nugraha".
        """
        initial = r"[A-Z]\.\s+" if initials else r"(?:(?:[A-Z]\.|[A-Z]{2})\s+)?"
        first = re.search(rf"(?<!\w){re.escape(name)}(?:\s+{initial}[A-Z][\w'’]*[a-z])*", self.text)
        longer = first.group() if first else name
        bad = ends_badly(longer) or self.are_two(longer)
        longer = longer if plausible(longer, self.text) and not bad else name
        if _INITIALS.search(longer) and not given(Word(longer.split()[-1], 0, 1)):
            longer = name  # "Wulan SH Cahyono", not "Wulan PT Maju"
        if first is None:
            return longer
        before = _RUN.search(self.text, max(0, first.start() - LONGEST_RUN), first.start())
        words = before.group().split() if before else []
        born = name.split()[0] in CLAUSES["born_names"]
        if born and words and words[-1] in CLAUSES["name_fronts"]:
            return f"{words[-1]} {longer}"  # "I Ketut Wulan"
        whole = longer if " " in name else " ".join([*self._own(words, name), longer])
        return longer if self.are_two(whole) else whole

    def _are_two(self, name: str) -> bool:
        """Whether the two words of a name are two persons: "Wulan dan Bambang", "kedai Wulan Bambang"."""
        one, _, other = name.partition(" ")
        return bool(other) and " " not in other and (self._joined(one, other) or self._joined(other, one))

    def _joined(self, one: str, other: str) -> bool:
        """Whether one of the words stands before "dan" and the other behind it."""
        behind = (_AND.match(self.text, end) for _, end in standing(one, self.text))
        ends = [match.end() for match in behind if match and self.text.startswith(other, match.end())]
        return any(not self.text[end + len(other) : end + len(other) + 1].isalnum() for end in ends)

    def is_name(self, word: str) -> bool:
        """Whether a capitalised word may be part of a name: the text does not print it small."""
        return plausible(word, self.text) and word not in self._regions

    def _apart(self, before: str, word: str, name: str) -> bool:
        """Whether the word and the one before it are printed elsewhere without the name: "Pisang Muli" of "keripik"."""
        if before in self._regions or before.casefold() in _NO_NAMES or not plausible(before, self.text):
            return False
        behind = re.findall(rf"(?<!\w){re.escape(before)}\s+{re.escape(word)}(?!\w)\s*(\w*)", self.text)
        return any(other != name for other in behind)

    def _own(self, words: list[str], name: str) -> list[str]:
        """The words of a name among the capitalised ones before its end: "Cabang Kupang Yohanes" -> "Yohanes"."""
        own: list[str] = []
        for i, word in reversed(list(enumerate(words))):
            small = stands_in(word.lower(), self.text)
            if (
                word in self._regions
                or (i and self._apart(words[i - 1], word, own[0] if own else name))
                or small
                or word.isupper()
                or not plausible(word, "")
                or word.casefold() in _NO_NAMES
            ):
                break
            own.insert(0, word)
        return own
