"""Government bodies composed of a kind, a field of work and a region: the grammar of their names."""

from collections.abc import Callable, Iterator

from nlp.body_fields import Fields, Named
from nlp.body_names import government_forms, in_full, one_word_name, plain_case, spelled_out, with_more_fields
from nlp.body_places import Body, Place, Places
from nlp.data import lexicon
from nlp.names import Word
from nlp.phrases import near, phrase, printed


class Grammar:
    """Reads names of bodies from the words of one text; `place` says which region begins at a word."""

    def __init__(self, text: list[Word], place: Callable[[int], Place | None], named: dict[int, Named]) -> None:
        self.words = text
        self.places = Places(text, place)
        self.named = named  # bodies that the gazetteers have marked, by their first word
        self.fields = Fields(text, self.places, named)

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
            alone = " " not in form and self.words[at].text[0].isupper()
            if last is not None and (body := self._government(at, last, full, alone)):
                return body
        return self._province(at)

    def _government(self, at: int, last: int, full: str, alone: bool) -> Body | None:
        place = self.places.behind(last)
        if place is None:
            return Body(at, last, full, True, alone=False) if alone else None
        kind = None if place[1] == full.split()[-1] else place[1]
        return Body(at, place[0], full, False, (place[0], kind, place[2]))

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
        fixed = kind in data["fixed"]["names"]
        if (not fields and not fixed) or (at in self.named and self.named[at][0] >= last):
            return None
        common = len(fields) < 2 or set(fields) <= set(data["kinds"]["common"])
        if kind in data["kinds"]["two_words"] and common and not self.places.behind(last):
            return None
        regional = kind in data["kinds"]["regional"] or fields[-1:] == [data["kinds"]["of_region"]]
        if fields and " " in fields[-1]:
            name = f"{in_full(kind, kind)} {fields[-1]}"  # another body in full: "KPw BI"
        else:
            name = in_full(spelled_out(plain_case(printed(self.words, at, last)), kind), kind)
        return self.places.located(
            Body(at, last, name, regional, None, short, name not in data["fixed"]["never_alone"])
        )

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
            listed = gap.strip() in ("", *data["joiners"])  # "Diskop UKM", "Disperindagkop dan UKM"
            name = with_more_fields(name, more) if dinas and listed else name + gap + more
        regional = name.split()[0] in data["kinds"]["regional"] or name in data["kinds"]["regional"]
        return self.places.located(Body(at, last, name, regional, alone=name not in data["fixed"]["never_alone"]))

    def _head_of_body(self, at: int) -> Body | None:
        """ "Kadisperindag Jatim": which Disperindag is meant."""
        word, prefix = self.words[at].text, lexicon("bodies")["dinas"]["head"]
        name = one_word_name(word.removeprefix(prefix).capitalize()) if word.startswith(prefix) else None
        if name is None:
            return None
        body = self.places.located(Body(at, at, name, True, alone=False, office=True))
        return body if body.place else None

    def branch(self, at: int) -> Body | None:
        """The office of a national body in a region: "BPS Kota Malang" -> Badan Pusat Statistik Kota Malang."""
        last, name, branches = self.named.get(at) or self.fields.listed(at) or (at, "", False)
        if not branches:
            return None
        body = self.places.located(Body(at, last, name, False))
        return body if body.place else None
