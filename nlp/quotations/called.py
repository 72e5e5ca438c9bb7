"""What the persons of one article are called: full names, other names, and who holds an office that stands alone."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from itertools import takewhile

from nlp.people.name_words import given
from nlp.quotations.cues import CLAUSES, any_of
from nlp.quotations.speaker_names import (
    NAME,
    is_clipped,
    is_clipped_behind,
    is_contracted,
    is_within,
    name_in,
    nicknames,
)
from nlp.quotations.spellings import Spellings, alike
from nlp.quotations.told import Told
from nlp.text.words import Word

LONGEST_OFFICE = 100  # characters between the first word of an office and the name of its holder
NEAR = 120  # characters: "Totok, sapaan akrab Kepala Dinas Koperasi dan UKM Kota Batu Wulan Sari"
_FULL_NAME = re.compile(rf"(?i:{any_of(CLAUSES['full_name_before'])})\s+(?P<name>{NAME.pattern})")
_OFFICE_GOES_ON = re.compile(rf"(?:[\s,]*(?:\(?[A-Z][\w./()-]*|{any_of(CLAUSES['joins'])}|&)){{0,10}}[\s,]*\Z")


class Called:
    """The names of an article; those that a verb of speaking brings in are added while it is read."""

    def __init__(self, text: str, told: Told, named: list[tuple[int, str]], headline: str = "") -> None:
        """`text` is one part, `told` all parts but the headline, `named` the persons marked in `text` with places."""
        self._headline = headline
        self._text, self._named = text, sorted(named)
        self.told = told
        self._spellings = Spellings(told.text)
        self._names: dict[str, list[int]] = {}  # where each is named, in the order of the text
        self._by_word: dict[str, list[str]] = {}  # the names that have this word, in small letters
        for place, name in self._named:
            self.add(name)
            self._names[name].append(place)
        self._others = dict([*self._nicknames(), *self._full_names()])
        self.holder = cache(self._holder)

    def _nicknames(self) -> Iterable[tuple[str, str]]:
        """Each other name with the full name of the person named last before it, or right behind it."""
        for place, other, following in nicknames(self._text):
            nearest = next((name for at, name in reversed(self._named) if at < place), "")
            if " " in nearest and other in nearest.split():
                continue  # "Wulan Sari yang akrab disapa Wulan": a part of the name is no other name
            others = [(at, name) for at, name in self._named if name != other and other not in name.split()]
            if following:
                near = [name for at, name in others if place < at < place + NEAR]
            else:
                near = [name for at, name in others if at < place][::-1]
            if near:
                yield other, next((name for name in near[:2] if " " in name), near[0])

    def _full_names(self) -> Iterable[tuple[str, str]]:
        """Each name with the full one that the text gives later: "Wulan … Perajin bernama lengkap Sri Wulandari"."""
        for match in _FULL_NAME.finditer(self._text):
            before = next((name for at, name in reversed(self._named) if at < match.start()), None)
            if before and before != match["name"]:
                yield before, match["name"]

    def add(self, name: str) -> None:
        """Notes a name that only its place shows to be one."""
        if name not in self._names:
            self._names[name] = []
            for word in name.casefold().split():
                self._by_word.setdefault(word, []).append(name)

    def alias(self, other: str, name: str) -> None:
        """Notes that the article calls this person so."""
        self._others[other] = name

    def knows(self, name: str) -> bool:
        """Whether somebody has been called so in full."""
        return name in self._names

    def fullest(self, name: str, at: int | None = None, linked: str | None = None) -> str:
        """The fullest name that this one, printed at `at`, stands for; `linked` is whom the components take it for.

        "Wulan" -> "Wulan Sari"; "Sari Anwar" beside "Wulan Sari Anwar" is somebody else. Of two spellings the usual.
        """
        return self._spellings.most_printed(self._fullest(name, at, linked), self._names)

    def _fullest(self, name: str, at: int | None, linked: str | None) -> str:
        if name in self._others:
            return self._others[name]
        if linked and name.casefold() not in linked.casefold().split():
            return self.fullest(linked)  # a name by which everybody knows them: "Jokowi"
        first, _, rest = name.partition(" ")
        if rest and first.casefold() in CLAUSES["honorifics"]:
            name = rest  # "Gus Anwar"
        same = self._by_word.get(name.casefold().split()[0], [])
        if " " in name:
            longer = [other for other in same if other.startswith(f"{name} ")] or self._contracted(name)
            return max(longer, key=len, default=None) or self.told.longer(name, initials=name in self._names)
        holders = [other for other in same if " " in other]
        if self.told.titled(name):  # "Bupati Anwar" is not the husband's name in "Ny. Wulan Anwar"
            holders = [other for other in holders if other.split()[-1] != name]
        holders = [other for other in holders if not self.told.are_two(other)]
        firsts = [other for other in holders if other.casefold().startswith(f"{name.casefold()} ")] or holders
        if linked and linked in firsts:
            return self.fullest(linked)
        if firsts:
            return self.fullest(max(firsts, key=lambda other: (self._last_place(other, at), len(other))))
        variant = None if self.told.introduced(name) else self._variant(name)
        fuller = variant or self.told.longer(name, initials=False)
        return self._in_headline(name) if fuller == name else fuller

    def _in_headline(self, name: str) -> str:
        """The name with the common names behind it in the headline: "Wulan Lestari Buka Kedai" -> "Wulan Lestari"."""
        behind = re.search(rf"(?<!\w){re.escape(name)}((?:\s+[A-Z][a-z]+)+)", self._headline)
        words = behind[1].split() if behind else []
        common = list(takewhile(lambda word: given(Word(word, 0, len(word))), words))
        verb = words[1].casefold() in CLAUSES["headline_verbs"] if len(words) > 1 and not common else False
        if verb and words[0].casefold() not in CLAUSES["headline_verbs"] and self.told.is_name(words[0]):
            common = words[:1]  # "Wulan Thohir Minta Perajin Bersabar"
        return " ".join([name, *common])

    def _last_place(self, name: str, at: int | None) -> int:
        """Where the person is named last before `at`; -1 for nowhere."""
        places = self._names[name]
        before = len(places) if at is None else bisect_left(places, at)
        return places[before - 1] if before else -1

    def _variant(self, name: str) -> str | None:
        """The only name that has this one clipped or misprinted: "Yanto" of "Haryanto", "Wisman" of "Wismandari"."""
        found = [other for other in self._names if is_clipped(name, other)]
        if not found:
            full = (other for other in self._names if " " in other)
            found = [other for other in full if any(alike(name, word) for word in other.split())]
        others = {full for other, full in self._others.items() if alike(name, other)}
        if not found and len(others) == 1:
            return others.pop()
        if not found and not self.told.explained(name):
            found = [other for other in self._names if is_within(name, other)]
        return found[0] if len(found) == 1 else None

    def _contracted(self, name: str) -> list[str]:
        """The only name whose words this one has clipped: "Gus Man Rai" of "Ida Bagus Nyoman Rai"."""
        last = self._by_word.get(name.casefold().split()[-1], [])
        found = [other for other in last if len(other) > len(name) and is_contracted(name, other)]
        if not found:
            first = self._by_word.get(name.casefold().split()[0], [])
            found = [other for other in first if is_clipped_behind(name, other)]
        return found if len(found) == 1 else []

    def _holder(self, office: str) -> str | None:
        """The name that stands behind this office elsewhere: "MenkopUKM" in "(MenkopUKM) Wulan Sari"."""
        for match in re.finditer(rf"(?<!\w)(?i:{'|'.join(map(re.escape, long_forms(office)))})(?!\w)", self._text):
            behind = bisect_left(self._named, (match.end(), ""))
            if behind == len(self._named):
                break
            at, name = self._named[behind]
            if at < match.end() + LONGEST_OFFICE and _OFFICE_GOES_ON.match(self._text, match.end(), at):
                return self.fullest(name)
        return self._beside(office) or self._before(office)

    def _before(self, office: str) -> str | None:
        """The name that stands right before this office: "Wulan Sari Presiden", "Wulan Sari, Presiden"."""
        for match in re.finditer(rf"(?<!\w)(?i:{'|'.join(map(re.escape, long_forms(office)))})(?!\w)", self._text):
            before = bisect_left(self._named, (match.start(), "")) - 1
            at, name = self._named[before] if before >= 0 else (0, "")
            if name and " " in name and self._text[at : match.start()].rstrip(" ,").endswith(name):
                return self.fullest(name)
        return None

    def _beside(self, office: str) -> str | None:
        """The name that no component has marked right behind these words."""
        beside = re.search(rf"(?<!\w)(?i:{re.escape(office)})\)?,?\s+({NAME.pattern})", self.told.text)
        if beside is None:
            return None
        name = name_in(beside[1]) or ""
        full = self.fullest(name) if name else None
        behind_region = (known for known in self._names if beside[1].endswith(f" {known}"))  # "Bupati Sikka Wulan Sari"
        return full if full in self._names else next(behind_region, None)


def long_forms(office: str) -> list[str]:
    """The words for an office, and the longer ones: "Kadis" -> "Kadis", "kepala dinas"."""
    first, _, rest = office.partition(" ")
    short, forms = CLAUSES["short_offices"], [office]
    if longer := short.get(first.casefold()):
        forms.append(f"{longer} {rest}".strip())
    elif any(first.casefold().startswith(word) for word in CLAUSES["heads_of_bodies"]):
        forms.append(f"{CLAUSES['head']} {first[2:]} {rest}".strip())
    return forms
