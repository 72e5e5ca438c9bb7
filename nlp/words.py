"""The words and punctuation marks of a text with their offsets, as the readers of names and offices walk over them."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

# A line end, a word (with its inner hyphens and apostrophes), or a single mark.
WORD = re.compile(r"\n|\w+(?:[-'’‘`]\w+)*|[^\w\s]")


@dataclass(frozen=True)
class Word:
    """One word, punctuation mark or line end."""

    text: str
    start: int  # characters of the text, half open
    end: int

    @cached_property
    def lower(self) -> str:
        """Without case and with straight apostrophes: "Ma’ruf" -> "ma'ruf"."""
        return re.sub("[’‘`]", "'", self.text.casefold())

    @cached_property
    def capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[0].isupper()

    @cached_property
    def acronym(self) -> bool:
        """In capitals throughout: "BPS", "LPDB-KUMKM"."""
        return len(self.text) > 1 and self.text.isupper() and self.text[0].isalpha()


class Words(list[Word]):
    """The words of a text; reading past the end yields a line end, so that a parser can look ahead freely."""

    def __init__(self, text: str) -> None:
        super().__init__(Word(m.group(), m.start(), m.end()) for m in WORD.finditer(text))
        self.source = text
        self._starts = [w.start for w in self]
        self._end = Word("\n", len(text), len(text))

    def at(self, i: int) -> Word:
        """The word at `i`, a line end outside of the text."""
        return self[i] if 0 <= i < len(self) else self._end

    def index(self, char: int, *_: object) -> int:  # type: ignore[override]
        """Of the first word that begins at character `char` or after it."""
        return bisect_left(self._starts, char)

    def text(self, start: int, end: int) -> str:
        """What is printed from word `start` to before word `end`."""
        start, end = max(start, 0), min(end, len(self))
        return self.source[self[start].start : self[end - 1].end] if end > start else ""

    def touching(self, i: int) -> bool:
        """Nothing stands between word i - 1 and word i."""
        return 0 < i < len(self) and self[i - 1].end == self[i].start
