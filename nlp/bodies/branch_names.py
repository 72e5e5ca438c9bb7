"""The offices of one body in many regions: "BPS Kota Malang", "Kantor OJK Regional 4 Jatim", "Bea Cukai Kudus"."""

from dataclasses import replace
from functools import cache

from nlp.bodies.fields import Fields
from nlp.bodies.seats import ROMAN, Body, Place, Places
from nlp.bodies.several import several
from nlp.bodies.short_forms import kind_forms, nameless_branches, town_offices
from nlp.data import lexicon
from nlp.text.names import Word
from nlp.text.phrases import near, parentheses, phrase


class BranchNames:
    """Reads the names of branches from the words of one text."""

    def __init__(self, text: list[Word], places: Places, fields: Fields) -> None:
        self.words = text
        self.places = places
        self.fields = fields
        self.named = fields.named

    def nameless(self, at: int) -> Body | None:
        """An office of a body whose branches have no name of their own: "Kantor OJK Regional 4 Jatim" is the OJK."""
        unit, start = self._unit(at)
        joined = lexicon("bodies")["branches"]["joined"].get(self.words[at].text)
        body = (at, joined, True) if joined else self.named.get(start) or self.fields.listed(start)
        if body is None or body[1] not in nameless_branches() or (unit and not near(self.words, start)):
            return None
        last, short = parentheses(self.words, body[0])
        behind, _ = self._unit(last + 1) if near(self.words, last + 1) else ("", last)
        end = self._unit(last + 1)[1] - 1 if behind else last
        place = self._provinces(self.places.behind(end))
        strong = {unit, behind} & set(lexicon("bodies")["branches"]["strong"])
        if place is None and not strong and not joined:
            return None
        return Body(at, place[0] if place else end if behind else body[0], body[1], False, place, short, nameless=True)

    def _provinces(self, place: Place | None) -> Place | None:
        """With a second province: "OJK Regional 3 Jateng-DIY"; the first is the region, the last word is of both."""
        at = place[0] + 1 if place else len(self.words)
        if place is None or at >= len(self.words) or place[2].kind != "province":
            return place
        joined = self.words[at].gap.strip().casefold() in (*lexicon("bodies")["joiners"], "-", "–", "&", "/")
        other = self.places.at(at) if joined else None
        return (other[0], place[1], place[2]) if other and other[2].kind == "province" else place

    def _unit(self, at: int) -> tuple[str, int]:
        """The word for a branch that begins at a word ("Kantor Perwakilan (KPw)"), and the first word behind it."""
        data = lexicon("bodies")["branches"]
        for unit in data["units"] if at < len(self.words) and self.words[at].text[0].isupper() else ():
            last = phrase(self.words, at, unit)
            if last is None:
                continue
            after, _ = parentheses(self.words, last)
            if unit in data["numbered"] and after + 1 < len(self.words) and self._is_number(after + 1):
                after += 1
            return unit, after + 1
        return "", at

    def _is_number(self, at: int) -> bool:
        word = self.words[at]
        return word.gap == " " and (word.text.isdigit() or ROMAN.fullmatch(word.text) is not None)

    def branch(self, at: int) -> Body | None:
        """The office of a national body in a region: "BPS Kota Malang" -> Badan Pusat Statistik Kota Malang."""
        last, name, branches = self.named.get(at) or self.fields.listed(at) or (at, "", False)
        if not branches:
            return None
        after = parentheses(self.words, last)[0] + 1
        in_town = name.startswith(tuple(lexicon("bodies")["branches"]["in_town"]))
        if in_town and self._in_town(after):
            place = self.places.behind(after)
            return Body(at, place[0], name, False, place) if place else None
        after = last + 1
        unit, end = self._unit(after) if near(self.words, after) else ("", after)
        if unit and (place := self.places.behind(end - 1)):  # "BPKP Perwakilan Jatim"
            return Body(at, place[0], name, False, place)
        body = self.places.located(Body(at, last, name, False))
        if body.place is None and name.split()[-1].casefold() == lexicon("bodies")["kinds"]["of_region"]:
            return replace(body, regional=True)  # "Tim Pengendali Inflasi Daerah": every region has one
        if body.place is None:
            alone = in_town and not several(self.words, at)
            return body if alone else None  # "BBPOM" beside "BBPOM di Surabaya"
        office = town_offices().get(name)
        of_town = office and body.place[2].kind != "province" and self.words[at].key not in _kind_words()
        return replace(body, name=office) if office and of_town else body

    def _in_town(self, at: int) -> bool:
        """ "di" behind a body: "BBPOM di Surabaya" is the one of Surabaya."""
        tight = at < len(self.words) and self.words[at].gap in (" ", ") ")
        return tight and self.words[at].text == lexicon("bodies")["branches"]["in"]


@cache
def _kind_words() -> frozenset[str]:
    """First words of kinds in lower case: "direktorat", "ditjen"."""
    return frozenset(kind_forms())
