"""Government bodies composed of a kind, a field of work and a region: the grammar of their names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from nlp.body_names import field_words, government_forms, in_full, kind_forms, one_word_name, plain_case
from nlp.data import lexicon
from nlp.known import index
from nlp.names import Word, joining_gap
from nlp.phrases import near, parentheses, phrase, printed
from nlp.regions import Region, official, titled

Place = tuple[int, str | None, Region]  # last word, the kind as printed ("Kabupaten"), the region
Named = tuple[int, str, bool]  # last word, full name, whether a region may follow and then belongs to it


@dataclass(frozen=True)
class Body:
    """One name of a body in a text: words first..last (inclusive)."""

    first: int
    last: int
    name: str  # without region and short form: "Dinas Perindustrian dan Perdagangan"
    regional: bool  # exists in every region; the kind of region is part of its name
    place: Place | None = None
    short: tuple[str, ...] = ()  # the short form that the text gives for it, word by word
    alone: bool = True  # means a body also without a region
    office: bool = False  # "Kadisperindag Jatim": no mention of the body, but it says which one is meant later

    @property
    def full(self) -> str:
        """With the region in full: "Dinas Perindustrian dan Perdagangan Kabupaten Gresik"."""
        if self.place is None:
            return self.name
        _, kind, region = self.place
        name = official(region).name
        where = f"{kind} {name}" if kind else titled(name) if self.regional else name
        return f"{self.name} {where}"


class Grammar:
    """Reads names of bodies from the words of one text; `place` says which region begins at a word."""

    def __init__(self, text: list[Word], place: Callable[[int], Place | None], named: dict[int, Named]) -> None:
        self.words = text
        self.place = place
        self.named = named  # bodies that the gazetteers have marked, by their first word

    def bodies(self) -> Iterator[Body]:
        """The composed names from left to right."""
        at = 0
        while at < len(self.words):
            body = self.government(at) or self.composed(at) or self.short_form(at) or self.branch(at)
            if body:
                yield body
            at = body.last + 1 if body else at + 1

    def government(self, at: int) -> Body | None:
        """ "Pemkot Malang", "Pemerintah Kota (Pemkot) Metro" -> Pemerintah Kota Metro; alone only "Pemkot"."""
        for form, full in government_forms().get(self.words[at].key, ()):
            last = phrase(self.words, at, form)
            if last is not None:
                return self._government(at, last, full, alone=" " not in form and self.words[at].text[0].isupper())
        return self._province(at)

    def _government(self, at: int, last: int, full: str, alone: bool) -> Body | None:
        place = self._place_behind(last)
        if place is None:
            return Body(at, last, full, True, alone=False) if alone else None
        kind = None if place[1] == full.split()[-1] else place[1]
        return Body(at, place[0], full, False, (place[0], kind, place[2]))

    def _province(self, at: int) -> Body | None:
        """ "Pemerintah Aceh" -> Pemerintah Provinsi Aceh."""
        full = next(iter(lexicon("bodies")["governments"]))
        place = self.place(at + 1) if self.words[at].text == full.split()[0] and near(self.words, at + 1) else None
        if place is None or place[2].kind != "province":
            return None
        return Body(at, place[0], full, False, (place[0], None, place[2]))

    def composed(self, at: int) -> Body | None:
        """ "Dinas Koperasi, UKM, dan Perindustrian (Diskop) Kabupaten Kediri"."""
        head = self._head(at)
        if head is None:
            return None
        kind, last = head
        data = lexicon("bodies")
        fields, last, short = self._fields(last, kind in data["kinds"]["of_body"])
        fixed = kind in data["fixed"]["names"]
        if (not fields and not fixed) or (at in self.named and self.named[at][0] >= last):
            return None
        common = len(fields) < 2 or set(fields) <= set(data["kinds"]["common"])
        if kind in data["kinds"]["two_words"] and common and not self._place_behind(last):
            return None
        regional = kind in data["kinds"]["regional"] or fields[-1:] == [data["kinds"]["of_region"]]
        if fields and " " in fields[-1]:
            name = f"{in_full(kind, kind)} {fields[-1]}"  # another body in full: "KPw BI"
        else:
            name = in_full(plain_case(printed(self.words, at, last)), kind)
        return self._located(Body(at, last, name, regional, None, short, name not in data["fixed"]["never_alone"]))

    def short_form(self, at: int) -> Body | None:
        """ "Disperindag Jatim", "Bappeda Kota Batu", "DPRD Gresik"."""
        word, data = self.words[at], lexicon("bodies")
        name = None if at in self.named else one_word_name(word.text)
        if name is None:
            return self._head_of_body(at)
        last = at
        while last + 1 < len(self.words) and self._is_field(last + 1) and name.startswith(data["dinas"]["word"]):
            last += 1  # "Diskop UKM", "Dinkop, UKM dan Perdagangan"
        if last > at:
            gap = self.words[at + 1].gap
            joiner = f" {data['joiners'][0]} " if gap == " " else gap  # "Diskop UKM": Koperasi dan UKM
            name = name + joiner + printed(self.words, at + 1, last)
        regional = name.split()[0] in data["kinds"]["regional"] or name in data["kinds"]["regional"]
        return self._located(Body(at, last, name, regional, alone=name not in data["fixed"]["never_alone"]))

    def _head_of_body(self, at: int) -> Body | None:
        """ "Kadisperindag Jatim": which Disperindag is meant."""
        word, prefix = self.words[at].text, lexicon("bodies")["dinas"]["head"]
        name = one_word_name(word.removeprefix(prefix).capitalize()) if word.startswith(prefix) else None
        if name is None:
            return None
        body = self._located(Body(at, at, name, True, alone=False, office=True))
        return body if body.place else None

    def branch(self, at: int) -> Body | None:
        """The office of a national body in a region: "BPS Kota Malang" -> Badan Pusat Statistik Kota Malang."""
        last, name, branches = self.named.get(at) or self._listed(at) or (at, "", False)
        if not branches:
            return None
        body = self._located(Body(at, last, name, False))
        return body if body.place else None

    def _listed(self, at: int) -> Named | None:
        """A listed body whose name alone is too ambiguous to be marked: "BI" of "BI Solo"."""
        match = index().longest(self.words, at)
        found = [known for known in match.values if known.kind == "agency"] if match else []
        return (match.last, found[0].entity.name, found[0].regional) if match and found else None

    def _place_behind(self, last: int) -> Place | None:
        after, _ = parentheses(self.words, last)
        return self.place(after + 1) if near(self.words, after + 1) else None

    def _located(self, body: Body) -> Body:
        _, short = parentheses(self.words, body.last)
        body = replace(body, short=short or body.short)
        if place := self._place_behind(body.last):
            end, late = parentheses(self.words, place[0])
            late = () if end > place[0] and self.place(place[0] + 1) else late  # "Nusa Tenggara Barat (NTB)"
            return replace(body, last=place[0], place=place, short=late or body.short)
        return body

    def _head(self, at: int) -> tuple[str, int] | None:
        if not self.words[at].text[0].isupper():
            return None
        for kind in kind_forms().get(self.words[at].key, ()):
            last = phrase(self.words, at, kind)
            if last is not None:
                return kind, last
        return None

    def _fields(self, last: int, of_body: bool) -> tuple[list[str], int, tuple[str, ...]]:
        """The fields behind a kind, the last word of them, and the short form that stands among them."""
        fields: list[str] = []
        short: tuple[str, ...] = ()
        while True:
            if of_body and last + 1 < len(self.words) and self.words[last + 1].gap == " ":
                listed = self.named.get(last + 1) or self._listed(last + 1)
                if listed:
                    return [*fields, listed[1]], listed[0], short
            if fields and near(self.words, last + 1) and self.place(last + 1):
                return fields, last, short  # the first word of "Daerah Istimewa Yogyakarta" is no field
            if self._is_field(last + 1):
                last += 1
                fields.append(self.words[last].key)
                continue
            after, found = parentheses(self.words, last)
            if fields and after > last and self._is_field(after + 1, behind=")"):
                last, short = after + 1, found
                fields.append(self.words[last].key)
                continue
            return fields, last, short

    def _is_field(self, at: int, behind: str = "") -> bool:
        if at >= len(self.words) or not self.words[at].text[0].isupper():
            return False
        gap = self.words[at].gap.removeprefix(behind) if behind else self.words[at].gap
        return self.words[at].key in field_words() and bool(joining_gap().fullmatch(gap))
