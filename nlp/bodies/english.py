"""Governments and dinas in the English editions: "Surabaya City Government", "East Java Industry and Trade Office"."""

from collections.abc import Callable
from functools import cache

from nlp.bodies.seats import Body, Place
from nlp.data import lexicon
from nlp.text.names import Word, joining_gap, words

OF = "of"  # "the Government of East Java"


class EnglishGrammar:
    """Reads names of regional bodies from the words of an English text; `place` says which region begins at a word."""

    def __init__(self, text: list[Word], place: Callable[[int], Place | None]) -> None:
        self.words = text
        self.place = place

    def read(self, at: int) -> Body | None:
        """The body that begins at a word."""
        where = self.place(at) if self.words[at].text[0].isupper() else None
        return self._behind(at, where) if where else self._of(at)

    def _behind(self, at: int, where: Place) -> Body | None:
        kinds, (last, _, region) = lexicon("english")["governments"]["kinds"], where
        government = kinds.get(self._key(last + 1))
        end = last + bool(government)
        if self._key(end + 1) in lexicon("english")["governments"]["words"]:
            full = government or lexicon("english")["governments"]["by_region"].get(region.kind)
            return Body(at, end + 1, full, False, (last, None, region)) if full else None
        dinas = self._dinas(end + 1)
        kind = government.split()[-1] if government else None
        of_city = kind if kind in lexicon("bodies")["governed"] else None
        return Body(at, dinas[0], dinas[1], True, (last, of_city, region)) if dinas else None

    def _of(self, at: int) -> Body | None:
        """ "Provincial Government of East Java"; "the government of Japan" is none of a region."""
        data = lexicon("english")["governments"]
        full = data["kinds"].get(self.words[at].key)
        head = at + bool(full)
        if not self.words[at].text[0].isupper() or self._key(head, head > at) not in data["words"]:
            return None
        where = self.place(head + 2) if self._key(head + 1) == OF else None
        name = full or (data["by_region"].get(where[2].kind) if where else None)
        return Body(at, where[0], name, False, (where[0], None, where[2])) if where and name else None

    def _dinas(self, at: int) -> tuple[int, str] | None:
        """The last word of "Industry and Trade Office" and its Indonesian name."""
        for fields, name in _dinas_fields():
            end = at + len(fields)
            found = self.words[at:end]
            joined = all(joining_gap().fullmatch(word.gap) for word in found)
            head = self._key(end) in lexicon("english")["dinas"]["words"] and self.words[end].text[0].isupper()
            if tuple(word.key for word in found) == fields and joined and head:
                return end, name
        return None

    def _key(self, at: int, tight: bool = True) -> str:
        """The word at `at`, where only a blank stands before it, else nothing."""
        inside = at < len(self.words) and (not tight or self.words[at].gap == " ")
        return self.words[at].key if inside else ""


@cache
def _dinas_fields() -> list[tuple[tuple[str, ...], str]]:
    """Words of the fields -> the dinas, the longest first."""
    found = [(tuple(w.key for w in words(f)), name) for f, name in lexicon("english")["dinas"]["fields"].items()]
    return sorted(found, key=lambda row: -len(row[0]))
