"""Government bodies composed of a kind, a field of work and a region: the grammar of their names."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from nlp.bodies.branch_names import BranchNames
from nlp.bodies.english import EnglishGrammar
from nlp.bodies.evidence import Evidence, listed_name, of_body
from nlp.bodies.field_words import as_meant
from nlp.bodies.fields import Fields, Named
from nlp.bodies.governments import GovernmentNames
from nlp.bodies.seats import Body, Place, Places
from nlp.bodies.several import repeated, several
from nlp.bodies.short_forms import (
    capitalised,
    in_full,
    is_regional,
    one_word_name,
    plain_case,
    spelled_out,
    with_more_fields,
)
from nlp.data import lexicon
from nlp.text.names import Word
from nlp.text.phrases import near, parentheses, phrase, printed

LONG_NAME = 4  # words behind the first of a name that is not that of a part


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
        self.evidence = Evidence(text, self.places, named)
        self.governments = GovernmentNames(text, self.places)
        self.branches = BranchNames(text, self.places, self.fields)

    def bodies(self) -> Iterator[Body]:
        """The composed names from left to right."""
        at = 0
        while at < len(self.words):
            body = self._read(at)
            if body:
                yield body
                for other in self._further_regions(body):
                    yield other
                    body = other
            elif at in self.named:
                at = self.named[at][0]  # no other body begins inside: "Pusat" of "Badan Pusat Statistik Raka Sukawati"
            at = body.last + 1 if body else at + 1

    def _further_regions(self, body: Body) -> Iterator[Body]:
        """The same body of other regions: "Dinas Perindustrian Lombok Timur dan Lombok Tengah"."""
        while self._may_be_of_two(body):
            assert body.place is not None
            last, kind, region = body.place
            joiner = self.words[last + 1].gap.strip().casefold()
            place = self.places.at(last + 1) if joiner in lexicon("bodies")["joiners"] else None
            if place is None or place[1] or place[2].kind != region.kind:
                return
            body = replace(body, first=last + 1, last=place[0], place=(place[0], kind, place[2]), short=())
            yield body

    def _may_be_of_two(self, body: Body) -> bool:
        """Whether a second region may follow: every region has such a body, and the first closes its name."""
        every = body.regional or body.name in lexicon("bodies")["governments"]
        return every and body.place is not None and body.place[0] == body.last and body.last + 1 < len(self.words)

    def _read(self, at: int) -> Body | None:
        """The body that begins at a word, with the rule that read it."""
        for rule in (
            self.governments.government,
            self.branches.nameless,
            self.composed,
            self.short_form,
            self.branches.branch,
        ):
            if body := rule(at):
                return replace(body, rule=f"bodies.{rule.__name__}")
        body = self.english.read(at) if self.english else None
        return replace(body, rule="bodies.english") if body else None

    def composed(self, at: int) -> Body | None:
        """ "Dinas Koperasi, UKM, dan Perindustrian (Diskop) Kabupaten Kediri"."""
        head = self.fields.kind(at)
        if head is None or several(self.words, at) or repeated(self.words, at) or self._is_association(at, head[0]):
            return None
        kind, data = head[0], lexicon("bodies")
        fields, last, short = self.fields.behind(*head)
        if not fields and kind in data["kinds"]["before_kind"] and (unit := self._unit_of_kind(at, *head)):
            return unit
        if self._is_listed(at, last) or not self.evidence.names(at, kind, fields, last, short):
            return None
        regional = kind in data["kinds"]["regional"]
        if of_body(fields):
            name = f"{in_full(kind, kind)} {fields[-1]}"  # another body in full: "KPw BI"
        else:
            as_printed = plain_case(printed(self.words, at, last)).replace("&", data["joiners"][0])
            as_printed = as_meant(as_printed) if kind in data["dinas"]["kinds"] else as_printed
            name = capitalised(in_full(spelled_out(as_printed, kind), kind))
            bracket = self.words[head[1] + 1].gap == " ("  # "Direktorat Jenderal (Ditjen) IKM" is listed without it
            name = (listed_name(name) if bracket else None) or name
        return self.places.located(
            Body(
                at,
                last,
                name,
                regional or is_regional(name),
                None,
                short,
                self._means_one(kind, name, fields),
                in_words=True,
            )
        )

    def _is_listed(self, at: int, last: int) -> bool:
        """Whether a listed body stands there, whole, or with the name of the country: "Badan … (Bekraf) Indonesia"."""
        if at not in self.named:
            return False
        after, _ = parentheses(self.words, self.named[at][0])
        nation = lexicon("bodies")["organisations"]["nation"]
        listed = self.named[at][0]
        whole = listed - at >= LONG_NAME  # a longer one is not listed by a part: "Badan Karantina Pertanian"
        return whole or last <= listed or (last == after + 1 and self.words[last].key == nation)

    def _is_association(self, at: int, kind: str) -> bool:
        """Whether the kind and its first field open the name of an association: "Pusat Koperasi Unit Desa"."""
        heads = (head for head in lexicon("bodies")["organisations"]["associations"] if head.startswith(f"{kind} "))
        return any(phrase(self.words, at, head) is not None for head in heads)

    def _means_one(self, kind: str, name: str, fields: list[str]) -> bool:
        """Whether a name means a body without a region: "Kanwil Kemenag" has one in each province."""
        data = lexicon("bodies")
        of_province = of_body(fields) and kind in data["kinds"]["numbered"]
        return name not in data["fixed"]["never_alone"] and not of_province

    def _unit_of_kind(self, at: int, kind: str, last: int) -> Body | None:
        """ "UPTD Balai Kemasan Produk Jatim": a unit that is a Balai."""
        after, _ = parentheses(self.words, last)
        inner = self.composed(after + 1) or self.short_form(after + 1) if near(self.words, after + 1) else None
        return replace(inner, first=at, name=f"{in_full(kind, kind)} {inner.name}", alone=True) if inner else None

    def short_form(self, at: int) -> Body | None:
        """ "Disperindag Jatim", "Bappeda Kota Batu", "DPRD Gresik"."""
        word, data = self.words[at], lexicon("bodies")
        name = None if at in self.named else one_word_name(word.text)
        if name is None:
            return self._head_of_body(at)
        last = at
        if name in data["fixed"]["with_number"] and self._is_number(at + 1):
            last = at + 1
            name = f"{name} {self.words[last].text}"
        dinas = name.startswith(data["dinas"]["word"])
        start = last
        while (dinas or name in data["kinds"]["with_field"]) and self._goes_on(last + 1):
            last += 1  # "Diskop UKM", "Dinkop, UKM dan Perdagangan", "PLUT KUMKM"
        if last > start:
            gap = self.words[start + 1].gap
            more = printed(self.words, start + 1, last)
            listed = gap.strip() in ("", "-", *data["joiners"])  # "Diskop UKM", "Disperindagkop dan UKM"
            name = with_more_fields(name, more) if dinas and listed else f"{name}{gap.replace('-', ' ')}{more}"
        alone = name not in data["fixed"]["never_alone"]
        return self.places.located(Body(at, last, name, is_regional(name), alone=alone))

    def _is_number(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].gap in (" ", "-") and self.words[at].text.isdigit()

    def _goes_on(self, at: int) -> bool:
        """Whether a further field stands at a word; in "Disdag Batu" it is a city."""
        return self.fields.is_field(at) and not (near(self.words, at) and self.places.at(at))

    def _head_of_body(self, at: int) -> Body | None:
        """ "Kadisperindag Jatim": which Disperindag is meant."""
        word, prefix = self.words[at].text, lexicon("bodies")["dinas"]["head"]
        name = one_word_name(word.removeprefix(prefix).capitalize()) if word.startswith(prefix) else None
        if name is None:
            return None
        body = self.places.located(Body(at, at, name, True, alone=False, office=True))
        return body if body.place else None
