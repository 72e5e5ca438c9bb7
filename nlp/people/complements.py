"""What stands after the head of an office: its field, its body and its region, up to the name of a person."""

import re
from dataclasses import dataclass, field

from nlp.bodies.institutions import Mark, Marks, is_home
from nlp.data import lexicon
from nlp.people.loose_places import called_after, loose_place
from nlp.people.name_words import balinese_i, given, honorific, known_persons, stopword, titled_name
from nlp.people.office_fields import before_rank, field_step, list_goes_on, name_follows, shaped_end
from nlp.people.office_heads import head_at
from nlp.people.office_pieces import affiliation_end, begins_name, from_province, is_its_ministry, shouted
from nlp.people.office_words import (
    acronym,
    body_start,
    bracket,
    is_state,
    listed,
    military_unit,
    ministry_end,
    numeral,
    place_at,
    republic_end,
    state_short,
)
from nlp.people.person_names import name_in_brackets
from nlp.text.words import Words

_COUNTED = lexicon("office_words")["words"]
ORDINAL = re.compile(rf"{_COUNTED['ordinal_before']}-?(?:\d+|[ivx]+)|{'|'.join(_COUNTED['ordinals'])}")
UNKNOWN_WORDS = 4  # of a field that no list knows: more are a name or a heading


@dataclass
class Complement:
    """The parts of what follows a head; word indices, half open."""

    end: int
    scope: list[tuple[int, int]] = field(default_factory=list)  # field of work
    body: tuple[int, int] | None = None
    body_mark: Mark | None = None
    state: bool | None = None  # the body is one of the state (by its shape, where it is not marked)
    place: str | None = None
    place_kind: str = ""  # as printed before it: "Kota"
    places: list[str] = field(default_factory=list)
    title_end: int | None = None  # where the first body begins


def complement(words: Words, i: int, marks: Marks, takes: str = "scope", loose_place: bool = False) -> Complement:
    """Everything from word `i` on that belongs to the office, as its parts; `takes` is that of its head.

    "Koperasi dan UKM (Kemenkop UKM) RI" of a minister -> scope "Koperasi dan UKM".
    """
    return _Reader(words, i, marks, takes, loose_place).read()


class _Reader:
    """Reads one complement piece by piece. Each step returns the index after what it took, or `k`."""

    def __init__(self, words: Words, i: int, marks: Marks, takes: str, loose_place: bool) -> None:
        self.words, self.marks, self.takes, self.loose_place = words, marks, takes, loose_place
        self.start, self.found = i, Complement(i)
        self.begun = takes == "role"
        self.closed = False  # the field is known in full, so that capitals after it are a name

    def read(self) -> Complement:
        """Steps until nothing more belongs to the office."""
        k = self.start
        if self.takes == "ministry" and (end := ministry_end(self.words, k)) > k:
            self.found.scope, self.found.end, self.closed, k = [(k, end)], end, True, end
        while self.words.at(k).text != "\n" and not self._over(k):
            after = next((end for step in self._steps() if (end := step(k)) > k), k)
            if after == k:
                break
            k = self.found.end = after
        return self._trim()

    def _steps(self) -> tuple:
        return (self._bracket, self._to_country, self._affiliation, self._body, self._place, self._numeral, self._scope,
                self._republic, self._unknown_field)  # fmt: skip

    def _over(self, k: int) -> bool:
        """A name that everybody knows begins, or a unit after the field of a ministry ("Menteri Agama Bidang …")."""
        word = self.words.at(k)
        unit = self.takes == "ministry" and word.lower in listed("inner") and k > self.start
        begins = balinese_i(self.words, k) or titled_name(self.words, k)
        return unit or begins or shouted(self.words, self.marks, k) or word.lower in known_persons()

    def _bracket(self, k: int) -> int:
        after = k if name_in_brackets(self.words, k) else bracket(self.words, k)
        self.start = after if k == self.start else self.start
        return after

    def _republic(self, k: int) -> int:
        return republic_end(self.words, k)

    def _to_country(self, k: int) -> int:
        """ "untuk Indonesia" after "Duta Besar Jepang"."""
        word, place = self.words.at(k), self.marks.place(self.words.at(k + 1).start)
        if self.takes != "envoy" or word.lower not in listed("to_country"):
            return k
        if place is None:  # beside a name no country is marked: "untuk Indonesia Penny Williams"
            return k + 2 if is_home(self.words.at(k + 1).text) else k
        self.found.places.append(place.name)
        return self.words.index(place.end)

    def _affiliation(self, k: int) -> int:
        return k if self.found.body is None else affiliation_end(self.words, self.marks, k)

    def _body(self, k: int) -> int:
        """A body, also after "di", "pada" or a comma."""
        words = self.words
        joined = words.at(k).text == "," and (self._to_ministry(k) or (self.found.body is None and self.found.scope))
        if (joined or words.at(k).lower in listed("to_body")) and not list_goes_on(self.words, k):
            step = k + 1 + (words.at(k + 1).lower in listed("to_body"))
            after = self._take_body(step) if is_state(words, step, self.marks) else step
            return after if after > step else k
        if self.takes == "state":
            return k + 1 if ORDINAL.fullmatch(words.at(k).lower) else k  # "Presiden ke-5 RI"
        return self._take_body(k)

    def _to_ministry(self, k: int) -> bool:
        return self.takes in ("body", "scope") and is_its_ministry(self.words, self.marks, k)

    def _take_body(self, k: int) -> int:
        mark, shape = self.marks.body(self.words.at(k).start), body_start(self.words, k)
        if mark and mark.label == "ORGANISATION" and self.words.at(k).lower in listed("council_units"):
            return k  # "Komisi VI" is a part of a council
        if self.takes in ("scope", "body") and (end := called_after(self.words, k, self.marks)) > k:
            self._note_body(k, end, None, True)
            return end
        directorate = self.words.at(k).lower in listed("directorates")
        if (mark is None and shape is None) or (directorate and not (self.found.scope and (mark or shape))):
            return k
        end = shaped_end(self.words, k) if mark is None else max(k + 1, self.words.index(mark.end))
        behind = self.marks.body(self.words.at(end).start)
        board = self.words.at(k).text in lexicon("office_words")["bodies"]["party_boards"]
        if board and behind and behind.label == "ORGANISATION":
            mark, shape, end = behind, False, self.words.index(behind.end)  # "Ketua DPD PDI Perjuangan Sumsel"
        if (
            mark
            and self.takes == "scope"
            and not self.found.scope
            and mark.name.split()[0].casefold() in listed("directorates")
        ):
            return self._add(k, end)  # "Direktur Jenderal Bea Cukai"
        lone = mark is None and end == k + 1 and not state_short(self.words.at(k))
        if lone and shape and place_at(self.words, end, self.marks, False) is None:
            return self._add(k, end)  # "Hubungan Pemerintah" names no body
        self._note_body(k, end, mark, shape)
        return end

    def _note_body(self, k: int, end: int, mark: Mark | None, shape: bool | None) -> None:
        found = self.found
        if found.body and self.words.at(k).lower in listed("councils"):
            found.scope.append(found.body)  # "Ketua Badan Anggaran DPR": a body inside the council
            found.body = None
        inside = found.body is not None and self.words.at(found.body[0]).lower in listed("directorates")
        if found.body is None:
            found.title_end = k
        if found.body is None or (inside and mark is not None and mark.label == "MINISTRY"):
            found.body, found.body_mark = (k, end), mark
            found.state = mark.label != "ORGANISATION" if mark else shape

    def _place(self, k: int) -> int:
        found, start = self.found, k
        loose = self.loose_place and found.place is None and not found.scope and found.body is None
        unit = 2 if self.takes == "territory" and military_unit(self.words, k) else 0
        if unit and (end := before_rank(self.words, k + unit)) > k + unit:
            found.place = found.place or self.words.text(k, end)
            found.places.append(self.words.text(k, end))
            return end
        k += from_province(self.words, self.marks, k) if self.takes == "territory" else 0
        place = (
            loose_place(self.words, k + unit, self.marks)
            if loose
            else place_at(self.words, k + unit, self.marks, False)
        )
        if place is None and self.takes == "territory" and self.words.at(k).lower in listed("standing"):
            place = place_at(self.words, k + 1, self.marks, False)  # "Bupati terpilih Gresik"
        if place is not None and self._behind_region() and begins_name(self.words, self.marks, k):
            return start
        if place is None or (found.places and found.body is None and self.takes == "territory"):
            return start
        name = self.words.text(k, k + unit) + place[1]
        found.places.append(name)
        if found.place is None:
            found.place_kind, found.place = place[0], name
        return place[2]

    def _behind_region(self) -> bool:
        """A region has been read, by itself or as the end of the body."""
        words, body = self.words, self.found.body
        if self.found.places or body is None:
            return bool(self.found.places)
        return self.marks.place_within(words.at(body[0]).start, words.at(body[1] - 1).end)

    def _numeral(self, k: int) -> int:
        unit = self.words.at(k - 1).lower in listed("numbered")  # "Anggota DPR RI Komisi VI"
        closed = self.closed or self.found.places or self.found.body  # "Wakil Menteri Keuangan II"
        return k + 1 if closed and not unit and numeral(self.words, k) else k

    def _scope(self, k: int) -> int:
        """One more piece of the field of work; behind a region only a unit begins a new one."""
        found, words = self.found, self.words
        unit = words.at(k).lower in listed("inner") or words.at(k - 1).lower in listed("inner")
        behind_region = bool(found.places) and not (unit or found.scope)
        if self.takes == "state" or behind_region or (self.closed and acronym(words.at(k))):
            return k
        if found.body is not None and (end := republic_end(words, k)) > k:
            return end
        after = field_step(self.words, k, self.begun or k > self.start or bool(found.scope))
        return self._add(k, after)

    def _unknown_field(self, k: int) -> int:
        """Past capitalised words that no list knows, when the body follows them, or a comma and a name.

        "Kepala Pusat Industri Hijau Kemenperin", "Kepala Pusat Industri Hijau, Apit Nugraha,".
        """
        if self.takes not in ("scope", "body") or self.found.body is not None or self.found.places:
            return k
        words = self.words
        for end in range(k, k + UNKNOWN_WORDS + 1):
            word = words.at(end)
            if end > k and is_state(words, end, self.marks):
                return self._add(k, end)
            if end > k and word.text == "," and self.found.scope:
                return self._add(k, end) if name_follows(self.words, end) else k
            inner = word.lower in listed("inside") and end > k and words.at(end + 1).capital
            name = not word.capital or given(word) or stopword(word) or honorific(word)
            if not inner and (name or head_at(words, end)):
                return k
        return k

    def _add(self, k: int, end: int) -> int:
        scope = self.found.scope
        if end > k and scope and scope[-1][1] == k:
            scope[-1] = (scope[-1][0], end)
        elif end > k:
            scope.append((k, end))
        return end

    def _trim(self) -> Complement:
        """Without a comma or "dan" at the end."""
        found = self.found
        loose = {",", "-", "/", *lexicon("office_words")["words"]["inside"]}
        while found.scope and found.scope[-1][1] == found.end and self.words.at(found.end - 1).lower in loose:
            found.end -= 1
            found.scope[-1] = (found.scope[-1][0], found.end)
            if found.scope[-1][0] >= found.end:
                found.scope.pop()
        return found
