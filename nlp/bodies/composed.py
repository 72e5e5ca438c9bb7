"""Government bodies composed of a kind, a field of work and a region: the grammar of their names."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from nlp.bodies.english import EnglishGrammar
from nlp.bodies.fields import Fields, Named
from nlp.bodies.seats import ROMAN, Body, Place, Places
from nlp.bodies.short_forms import (
    government_forms,
    in_full,
    is_regional,
    nameless_branches,
    one_word_name,
    plain_case,
    spelled_out,
    with_more_fields,
)
from nlp.data import gazetteer, lexicon
from nlp.places.regions import official, same_name
from nlp.text.names import Word
from nlp.text.phrases import near, parentheses, phrase, printed


class Grammar:
    """Reads names of bodies from the words of one text; `place` says which region begins at a word."""

    def __init__(
        self,
        text: list[Word],
        place: Callable[[int], Place | None],
        named: dict[int, Named],
        english: EnglishGrammar | None = None,
    ) -> None:
        self.words = text
        self.english = english  # of a text that is in English
        self.places = Places(text, place)
        self.named = named  # bodies that the gazetteers have marked, by their first word
        self.fields = Fields(text, self.places, named)

    def bodies(self) -> Iterator[Body]:
        """The composed names from left to right."""
        at = 0
        while at < len(self.words):
            body = self._read(at)
            if body:
                yield body
            at = body.last + 1 if body else at + 1

    def _read(self, at: int) -> Body | None:
        """The body that begins at a word, with the rule that read it."""
        for rule in (self.government, self.nameless, self.composed, self.short_form, self.branch):
            if body := rule(at):
                return replace(body, rule=f"bodies.{rule.__name__}")
        body = self.english.read(at) if self.english else None
        return replace(body, rule="bodies.english") if body else None

    def government(self, at: int) -> Body | None:
        """ "Pemkot Malang", "Pemerintah Kota (Pemkot) Metro" -> Pemerintah Kota Metro; alone only "Pemkot"."""
        for form, full in government_forms().get(self.words[at].key, ()):
            last = phrase(self.words, at, form)
            alone = " " not in form and self.words[at].text[0].isupper()
            if last is not None and (body := self._government(at, last, full, alone)):
                return body
        return self._province(at)

    def _government(self, at: int, last: int, full: str, alone: bool) -> Body | None:
        place = self.places.behind(last)
        if place is None and full in lexicon("bodies")["fixed"]["of_town"]:
            body = self.places.located(Body(at, last, full, False, alone=False))
            return body if body.name != full or body.place else None
        if place is None:
            return Body(at, last, full, True, alone=False) if alone else None
        if not self._governs(full, place):
            return None
        kind = None if place[1] == full.split()[-1] else place[1]
        return Body(at, place[0], full, False, (place[0], kind, place[2]))

    @staticmethod
    def _governs(full: str, place: Place) -> bool:
        """Whether a region of this name has such a government: "pemkab dan pemkot Jateng" names no city."""
        kind = lexicon("bodies")["governed_kinds"].get(full.split()[-1])
        of_name = same_name().get(official(place[2]).name, ())
        return place[2].kind != "province" or kind in (None, *(region.kind for region in of_name))

    def _province(self, at: int) -> Body | None:
        """ "Pemerintah Aceh" -> Pemerintah Provinsi Aceh."""
        full = next(iter(lexicon("bodies")["governments"]))
        place = self.places.at(at + 1) if self.words[at].text == full.split()[0] and near(self.words, at + 1) else None
        if place is None or place[2].kind != "province":
            return None
        return Body(at, place[0], full, False, (place[0], None, place[2]))

    def composed(self, at: int) -> Body | None:
        """ "Dinas Koperasi, UKM, dan Perindustrian (Diskop) Kabupaten Kediri"."""
        head = self.fields.kind(at)
        if head is None:
            return None
        kind, data = head[0], lexicon("bodies")
        fields, last, short = self.fields.behind(*head)
        if not fields and kind in data["kinds"]["before_kind"] and (unit := self._unit_of_kind(at, *head)):
            return unit
        fixed = kind in data["fixed"]["names"]
        if (not fields and not fixed) or (at in self.named and self.named[at][0] >= last):
            return None
        if kind in data["kinds"]["of_body_in_region"] and not (self._of_body(fields) and self.places.behind(last)):
            return None
        if kind in data["kinds"]["of_ministry"] and fields[-1].split()[0] not in gazetteer("ministries")["heads"]:
            return None
        common = len(fields) < 2 or set(fields) <= set(data["kinds"]["common"])
        if kind in data["kinds"]["two_words"] and common and not self.places.behind(last):
            return None
        regional = kind in data["kinds"]["regional"]
        if self._of_body(fields):
            name = f"{in_full(kind, kind)} {fields[-1]}"  # another body in full: "KPw BI"
        else:
            name = in_full(spelled_out(plain_case(printed(self.words, at, last)), kind), kind)
        return self.places.located(
            Body(at, last, name, regional or is_regional(name), None, short, name not in data["fixed"]["never_alone"])
        )

    def _unit_of_kind(self, at: int, kind: str, last: int) -> Body | None:
        """ "UPTD Balai Kemasan Produk Jatim": a unit that is a Balai."""
        after, _ = parentheses(self.words, last)
        inner = self.composed(after + 1) or self.short_form(after + 1) if near(self.words, after + 1) else None
        return replace(inner, first=at, name=f"{in_full(kind, kind)} {inner.name}") if inner else None

    @staticmethod
    def _of_body(fields: list[str]) -> bool:
        """The field is the name of another body in full."""
        return bool(fields) and " " in fields[-1]

    def short_form(self, at: int) -> Body | None:
        """ "Disperindag Jatim", "Bappeda Kota Batu", "DPRD Gresik"."""
        word, data = self.words[at], lexicon("bodies")
        name = None if at in self.named else one_word_name(word.text)
        if name is None:
            return self._head_of_body(at)
        last = at
        dinas = name.startswith(data["dinas"]["word"])
        while (dinas or name in data["kinds"]["with_field"]) and self.fields.is_field(last + 1):
            last += 1  # "Diskop UKM", "Dinkop, UKM dan Perdagangan", "PLUT KUMKM"
        if last > at:
            gap = self.words[at + 1].gap
            more = printed(self.words, at + 1, last)
            listed = gap.strip() in ("", "-", *data["joiners"])  # "Diskop UKM", "Disperindagkop dan UKM"
            name = with_more_fields(name, more) if dinas and listed else f"{name}{gap.replace('-', ' ')}{more}"
        alone = name not in data["fixed"]["never_alone"]
        return self.places.located(Body(at, last, name, is_regional(name), alone=alone))

    def _head_of_body(self, at: int) -> Body | None:
        """ "Kadisperindag Jatim": which Disperindag is meant."""
        word, prefix = self.words[at].text, lexicon("bodies")["dinas"]["head"]
        name = one_word_name(word.removeprefix(prefix).capitalize()) if word.startswith(prefix) else None
        if name is None:
            return None
        body = self.places.located(Body(at, at, name, True, alone=False, office=True))
        return body if body.place else None

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
        after = last + 1
        if name.startswith(tuple(lexicon("bodies")["branches"]["in_town"])) and self._in_town(after):
            place = self.places.behind(after)
            return Body(at, place[0], name, False, place) if place else None
        unit, end = self._unit(after) if near(self.words, after) else ("", after)
        if unit and (place := self.places.behind(end - 1)):  # "BPKP Perwakilan Jatim"
            return Body(at, place[0], name, False, place)
        body = self.places.located(Body(at, last, name, False))
        return body if body.place else None

    def _in_town(self, at: int) -> bool:
        """ "di" behind a body: "BBPOM di Surabaya" is the one of Surabaya."""
        tight = at < len(self.words) and self.words[at].gap == " "
        return tight and self.words[at].text == lexicon("bodies")["branches"]["in"]
