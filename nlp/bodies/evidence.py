"""Whether a kind and its fields are the name of one body, or common nouns: "Pusat Industri", "Dinas Teknis"."""

from functools import lru_cache

from nlp.bodies.fields import Named
from nlp.bodies.known import index
from nlp.bodies.seats import Places
from nlp.bodies.short_forms import abbreviates
from nlp.data import gazetteer, lexicon
from nlp.text.names import Word, words
from nlp.text.phrases import near, parentheses

FEW = 2  # fields of a name that common nouns may be as well


class Evidence:
    """Judges names from the words of one text; `named` are the bodies that are marked, by their first word."""

    def __init__(self, text: list[Word], places: Places, named: dict[int, Named]) -> None:
        self.words = text
        self.places = places
        self.named = named

    def names(self, at: int, kind: str, fields: list[str], last: int, short: tuple[str, ...]) -> bool:
        """Whether the words from `at` to `last`, a kind and its fields, are the name of a body."""
        data = lexicon("bodies")["kinds"]
        placed = self.places.behind(last) is not None
        if not fields:
            return kind in lexicon("bodies")["fixed"]["names"]
        if self.words[at].text.islower() and not placed:
            return False
        if kind in data["of_body_in_region"] and not (of_body(fields) and placed):
            return False
        if kind in data["of_ministry"] and fields[-1].split()[0] not in gazetteer("ministries")["heads"]:
            return False
        if kind in data["two_words"] and self._is_common(fields) and not placed:
            return of_body(fields) or self._is_of_ministry(kind, fields, last)
        if set(fields) <= set(data["class_words"].get(kind, ())):
            return False
        return kind not in data["doubtful"] or self._is_sure(at, kind, fields, last, short)

    @staticmethod
    def _is_common(fields: list[str]) -> bool:
        return len(fields) < FEW or set(fields) <= set(lexicon("bodies")["kinds"]["common"])

    def _is_of_ministry(self, kind: str, fields: list[str], last: int) -> bool:
        """ "Pusat Data dan Sistem Informasi Kementerian Perdagangan": two fields at least, and the ministry behind."""
        after, _ = parentheses(self.words, last)
        part = kind in lexicon("bodies")["kinds"]["parts_of_ministries"] and len(fields) >= FEW
        return part and near(self.words, after + 1) and after + 1 in self.named

    def _is_sure(self, at: int, kind: str, fields: list[str], last: int, short: tuple[str, ...]) -> bool:
        """Whether a name that private houses and markets have as well is that of a body of the state.

        Its head, its short form or its ministry says so, or many fields that are not those of a market.
        """
        doubtful = lexicon("bodies")["kinds"]["doubtful"][kind]
        short = short or parentheses(self.words, last)[1]
        before = self.words[at - 1] if at and self.words[at].gap == " " else None
        if before is not None and before.key in lexicon("bodies")["heads_of_bodies"]:
            return True
        if len(short) == 1 and fields[0] not in doubtful and abbreviates(short[0], self.words[at : last + 1]):
            return True
        if self._is_of_ministry(kind, fields, last) or fields[-1] in lexicon("bodies")["kinds"]["national_ends"]:
            return True
        many, placed = len(fields) > FEW, self.places.behind(last) is not None
        of_markets = kind in lexicon("bodies")["kinds"]["of_markets"]
        if fields[0] in doubtful:
            return many and placed and not of_markets
        return many or placed or not of_markets


def of_body(fields: list[str]) -> bool:
    """Whether the field is the name of another body in full."""
    return bool(fields) and " " in fields[-1]


@lru_cache(maxsize=5_000)
def listed_name(name: str) -> str | None:
    """What the gazetteers call the agency of this name: "Direktorat Jenderal IKM" -> Direktorat Jenderal Industri …"""
    found = words(name)
    match = index().longest(found, 0)
    if match is None or match.last != len(found) - 1:
        return None
    return next((known.entity.name for known in match.values if known.kind == "agency" and not known.ambiguous), None)
