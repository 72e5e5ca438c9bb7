"""What an article tells of a name beside it: a title before it, a role behind it, the fuller name. Each asked once."""

import re
from collections.abc import Collection
from functools import cache

from nlp.quotations.cues import CLAUSES, VERBS, any_of
from nlp.quotations.speaker_names import APPOSED, ends_badly, plausible
from nlp.text.patterns import stands_in

LONGEST_TITLE = 16  # characters: "Penjabat, "
_TITLE = re.compile(rf"(?i:{any_of([*CLAUSES['office_heads'], *CLAUSES['honorifics']])})\s*,?\s+\Z")
LONGEST_RUN = 60  # characters before a name in which its first part is looked for
_RUN = re.compile(r"(?:(?<![\w.])[A-Z][\w'’-]*[ \t\u00a0]+)+\Z")
_NO_NAMES = frozenset(
    word
    for key in ("office_heads", "honorifics", "ranks", "roles", "person_nouns", "openings")
    for word in CLAUSES[key]
) | frozenset(word for verbs in VERBS.values() if isinstance(verbs, list) for word in verbs)
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

    def _introduced(self, name: str) -> bool:
        """Whether it says behind the name who this is: "Karno (61)", "Karno, pemilik kedai"."""
        return re.search(rf"(?<!\w){re.escape(name)}{APPOSED}", self.text) is not None

    def _titled(self, name: str) -> bool:
        """Whether it gives this single name a title: "Bupati Anwar", "Ir H Anwar"."""
        return self._before(name, _TITLE)

    def _explained(self, name: str) -> bool:
        """Whether it says who bears this name: with a title before it, a role behind it, or in a longer name."""
        return self._introduced(name) or self._before(name, _CAPITAL)

    def _before(self, name: str, what: re.Pattern[str]) -> bool:
        printed = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.text)
        return any(what.search(self.text, max(0, match.start() - LONGEST_TITLE), match.start()) for match in printed)

    def _longer(self, name: str, initials: bool) -> str:
        """The name with the capitalised words behind it where it stands first, for the press gives the full name first.

        With `initials` only where an initial stands between: "Wulan Sari" -> "Wulan Sari E. Nugraha".
        """
        initial = r"[A-Z]\.\s+" if initials else r"(?:[A-Z]\.\s+)?"
        first = re.search(rf"(?<!\w){re.escape(name)}(?:\s+{initial}[A-Z][\w'’]*[a-z])*", self.text)
        longer = first.group() if first else name
        longer = longer if plausible(longer, self.text) and not ends_badly(longer) else name
        if first is None or " " in name:
            return longer
        before = _RUN.search(self.text, max(0, first.start() - LONGEST_RUN), first.start())
        return " ".join([*self._own(before.group().split() if before else []), longer])

    def _own(self, words: list[str]) -> list[str]:
        """The words of a name among the capitalised ones before its end: "Cabang Kupang Yohanes" -> "Yohanes"."""
        own: list[str] = []
        for word in reversed(words):
            small = stands_in(word.lower(), self.text)
            if (
                word in self._regions
                or small
                or word.isupper()
                or not plausible(word, "")
                or word.casefold() in _NO_NAMES
            ):
                break
            own.insert(0, word)
        return own
