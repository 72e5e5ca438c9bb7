"""An office on its way: the words it is read from, its head and what stands after it."""

import re
from dataclasses import dataclass
from datetime import date

from nlp.bodies.institutions import Marks
from nlp.data import lexicon
from nlp.people.complements import Complement
from nlp.people.office_heads import Head
from nlp.text.words import Words


@dataclass
class OfficeReading:
    """An office on its way: what stands where."""

    words: Words
    marks: Marks
    day: date | None
    start: int
    head_start: int
    head_end: int
    head: Head
    rest: Complement

    @property
    def name(self) -> str:
        return self.words.text(self.head_start, self.head_end) if self.head.as_printed else self.head.name

    @property
    def council(self) -> bool:
        """The office is one of a part of a council: "Komisi II"."""
        units = tuple(unit.casefold() for unit in lexicon("office_words")["bodies"]["council_units"])
        return self.head.takes == "body" and self.scope.casefold().startswith(units)

    @property
    def scope(self) -> str:
        """The field of work, without brackets and without "RI" at its end."""
        text = plain(" ".join(self.words.text(a, b) for a, b in self.rest.scope))
        for form in lexicon("bodies")["republic"]:
            text = "" if text == form else text.removesuffix(f" {form}")
        return text.strip(" ,")


def spelled(name: str) -> str:
    """ "Setda" -> "Sekretariat Daerah"."""
    first, _, more = name.partition(" ")
    return " ".join(part for part in (lexicon("office_words")["spelled"].get(first, first), more) if part)


def plain(text: str) -> str:
    """Without what stands in brackets: "Dinas Perdagangan (Disdag) Jatim" -> "Dinas Perdagangan Jatim"."""
    return re.sub(r"\s*\([^)]*\)", "", text).strip()
