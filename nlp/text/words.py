"""The words and punctuation marks of a text with their offsets, as the readers of names and offices walk over them."""

import re
from bisect import bisect_left

from nlp.data import lexicon

# A line end, the end of a site's name before a dash ("Kabar.co-Wakil Bupati …"), a word (with its inner hyphens and
# apostrophes), or a single mark.
DOMAINS = "|".join(lexicon("organisations")["citing"]["domains"])
WORD = re.compile(rf"\n|(?<=\w\.)(?i:{DOMAINS})(?=-[A-Z])|\w+(?:[-'’‘`]\w+)*|[^\w\s]")


APOSTROPHES = str.maketrans("’‘`", "'''")


class Word:
    """One word, punctuation mark or line end."""

    __slots__ = ("acronym", "capital", "end", "lower", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        """`start` and `end` are characters of the text, half open."""
        self.text, self.start, self.end = text, start, end
        lower = text.casefold()
        self.lower = (
            lower if lower.isascii() and "`" not in lower else lower.translate(APOSTROPHES)
        )  # "Ma’ruf" -> "ma'ruf"
        self.capital = text[0].isupper()  # begins with a capital letter
        self.acronym = len(text) > 1 and text.isupper() and text[0].isalpha()  # in capitals throughout: "LPDB-KUMKM"


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
