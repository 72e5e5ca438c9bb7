"""The names of the persons whom the components have marked, without the words that are no part of a name."""

import re
from collections.abc import Collection, Mapping

from spacy.tokens import Doc

from nlp.document import mentions_of, text_of
from nlp.people.name_words import ROMAN
from nlp.quotations import speaker_names
from nlp.quotations.cues import CLAUSES
from nlp.text.patterns import standing, stands_in

NEAR = 8  # characters that may part two words
_AMID = re.compile(r"[\w,)]\s+\Z")  # before a name that does not open its sentence


class PrintedNames:
    """One part of an article, to be asked how it prints names."""

    def __init__(self, text: str, spoken: str, regions: Collection[str]) -> None:
        """`text` is the part, `spoken` all parts but the headline, `regions` the names of places."""
        self._text, self._spoken, self._regions = text, spoken, regions

    def full(self, names: Mapping[str, str], doc: Doc) -> dict[str, str]:
        """Each person's name by Entity.id; the longest one that the article prints where it does not print this one."""
        strange = {key: set(name.casefold().split()) for key, name in names.items() if name not in text_of(doc)}
        printed: dict[str, str] = {}
        for span in mentions_of(doc, "PERSON"):
            own = strange.get(span.id_, set()) & set(span.text.casefold().split())
            if own and len(span.text) > len(printed.get(span.id_, "")):
                printed[span.id_] = span.text
        return {key: self._cleared(name) for key, name in {**names, **printed}.items()}

    def _cleared(self, name: str) -> str:
        name = speaker_names.without_verb(self._printed(name))
        if name.split()[0] not in CLAUSES["titles_like_words"] or not self._amid(name):
            name = speaker_names.unopened(name)
        for title in CLAUSES["titles_like_words"]:
            if self._amid(f"{title} {name}"):
                return f"{title} {name}"
        first, _, rest = name.partition(" ")
        if rest.count(" ") and ROMAN.fullmatch(first):
            name = rest  # "Kepala Seksi Cukai V Gresik Wulan Sari"
        if first in CLAUSES["place_ends"] and rest and re.search(rf"[A-Z]\w+\s+{re.escape(name)}", self._text):
            name = rest  # "Kepala Desa Pangkah Wetan Wulan Sari"
        region = next((r for r in self._regions if name.startswith(f"{r} ")), "")
        return name[len(region) :].lstrip()  # "MUI Bangka Belitung Wulan Sari"

    def _amid(self, name: str) -> bool:
        """Whether the name stands amid a sentence, so that its first word is no opening: "Gubernur, Lalu Wulan"."""
        return any(_AMID.search(self._spoken, max(0, at - NEAR), at) for at, _ in standing(name, self._spoken))

    def _printed(self, name: str) -> str:
        """The name without the words of a headline behind it: "Wulan Sari Sukses", in the text "Wulan Sari"."""
        words = name.split()
        if name in self._spoken or not self._spoken:
            return name
        shorter = (" ".join(words[:n]) for n in range(len(words) - 1, 1, -1))
        return next((short for short in shorter if stands_in(short, self._spoken)), name)
