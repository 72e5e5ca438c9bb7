"""The fields of work that a name of a body is made of, and where such a name ends."""

import re

from nlp.bodies.field_words import is_field, is_like_field, is_noun, is_small_kind
from nlp.bodies.known import index
from nlp.bodies.seats import Places
from nlp.bodies.short_forms import (
    abbreviates,
    in_full,
    is_listed_field,
    kind_forms,
    one_word_name,
)
from nlp.data import lexicon
from nlp.text.names import Word, joining_gap, words
from nlp.text.phrases import headlines, near, parentheses

GRADE = re.compile(r"[A-Z]|[IVX]+[A-D]?")  # "Kelas IIA"
DASH = " – "  # behind it something else begins
UNLISTED = 5  # words of a name that may stand in no list
Named = tuple[int, str, bool]  # last word, full name, whether a region may follow and then belongs to it
Found = tuple[list[str], int, tuple[str, ...]]  # fields, the last word of them, the short form among them


class Fields:
    """Reads the fields behind the kind of a body; `named` are the bodies that are marked, by their first word."""

    def __init__(self, text: list[Word], places: Places, named: dict[int, Named]) -> None:
        self.words = text
        self.places = places
        self.named = named
        self.titled = headlines(text)  # there a capital is no sign of a name

    def kind(self, at: int) -> tuple[str, int] | None:
        """The kind of body that begins at a word, and its last word: "Balai Besar", also "dinas"."""
        if not (self.words[at].text[0].isupper() or is_small_kind(self.words[at].text)):
            return None
        for kind in kind_forms().get(self.words[at].key, ()):
            last = self._printed(at, kind)
            if last is not None:
                return kind, last
        return None

    def _printed(self, at: int, kind: str) -> int | None:
        """The last word of a kind that stands at a word: "Kantor Bea dan Cukai"."""
        form = words(kind)
        found = self.words[at : at + len(form)]
        same = [word.key for word in found] == [word.key for word in form]
        gaps = all(word.gap == own.gap for word, own in zip(found[1:], form[1:], strict=False))
        return at + len(form) - 1 if same and gaps else None

    def behind(self, kind: str, last: int) -> Found:
        """The fields behind a kind of body that ends at word `last`."""
        start = self._behind_own_short_form(kind, last)
        fields, end, short = self._listed_fields(start, kind in lexicon("bodies")["kinds"]["of_body"], start > last)
        last = start
        if not fields and kind in lexicon("bodies")["kinds"]["abbreviated"] and self._is_abbreviation(end + 1):
            return [self.words[end + 1].key], end + 1, ()
        if kind in lexicon("bodies")["dinas"]["kinds"] and not short and not self.places.behind(end):
            small = self._small_fields(end, start)
            fields, end = [*fields, *(word.key for word in self.words[end + 1 : small + 1])], small
        further = self._unlisted(kind, last, end) if not short else end
        return [*fields, *(word.key for word in self.words[end + 1 : further + 1])], further, short

    def _behind_own_short_form(self, kind: str, last: int) -> int:
        """The last word of a kind with the short form of it in brackets: "Satuan Tugas (Satgas) Percepatan …"."""
        after, short = parentheses(self.words, last)
        same = len(short) == 1 and in_full(short[0], short[0]) == kind and after + 1 < len(self.words)
        return after if same and self.is_field(after + 1, behind=")") else last

    def _is_abbreviation(self, at: int) -> bool:
        if at >= len(self.words) or self.words[at].gap != " ":
            return False
        text = self.words[at].text
        return len(text) > 1 and text.isalpha() and text.isupper() and not self.words[at - 1].text.isupper()

    def _small_fields(self, last: int, start: int) -> int:
        """The last of the fields of a dinas in lower case behind a word; `start` is the last word of its kind.

        They close with a region or a short form, "Dinas Penanaman modal dan pelayanan terpadu satu pintu (PTSP)", or
        all of them are in lower case and the kind is not: "Dinas koperasi dan UKM".
        """
        at = last + 1
        while (
            at < len(self.words)
            and is_listed_field(self.words[at].key)
            and joining_gap().fullmatch(self.words[at].gap)
            and not (near(self.words, at) and self.places.at(at))
        ):
            at += 1
        if at - 1 == last:
            return last
        head = self.words[start]
        opened = last == start and head.gap == " " and head.text[0].isupper() and start not in self.titled
        closed = self.places.behind(at - 1) or parentheses(self.words, at - 1)[1]
        return at - 1 if opened or closed else last

    def _listed_fields(self, last: int, of_body: bool, opened: bool) -> Found:
        """The fields behind a kind, the last word of them, and the short form that stands among them.

        `opened` when what stands in brackets is the short form of the kind itself: "Satuan Tugas (Satgas) Percepatan".
        """
        fields: list[str] = []
        short: tuple[str, ...] = ()
        while True:
            start = self._behind_short_form(last) if of_body else len(self.words)
            if start < len(self.words):
                listed = self.named.get(start) or self.listed(start)
                if listed:
                    return [*fields, listed[1]], listed[0], short
            if fields and near(self.words, last + 1) and self.places.at(last + 1):
                return fields, last, short  # the first word of "Daerah Istimewa Yogyakarta" is no field
            behind = ")" if opened and not fields else ""
            if (fields or not self._is_grade(last + 1)) and self.is_field(last + 1, behind) and self._belongs(last + 1):
                last += 1
                fields.append(self.words[last].key)
                continue
            after, found = parentheses(self.words, last)
            if fields and after > last and self.is_field(after + 1, behind=")") and not self.places.at(after + 1):
                last, short = after + 1, found
                fields.append(self.words[last].key)
                continue
            return fields, last, short

    def _belongs(self, at: int) -> bool:
        """Whether a field goes on with the list: a noun that is in no list only where the name goes on or closes.

        "Dinas Koperasi, Perbankan dan …" is a list of several houses.
        """
        word = self.words[at]
        street = word.key in lexicon("bodies")["fields"]["streets"]
        if word.gap == DASH or (street and not self.is_field(at + 1)):
            return False
        if word.gap == " " or is_listed_field(word.key) or not is_noun(word.key):
            return True
        goes_on = self.is_field(at + 1) and (self.words[at + 1].gap == " " or is_listed_field(self.words[at + 1].key))
        return goes_on or self.places.behind(at) is not None or bool(parentheses(self.words, at)[1])

    def _behind_short_form(self, last: int) -> int:
        """The next word of a name, also behind the short form of its kind: "Kantor Wilayah (Kanwil) Kemenag"."""
        after, _ = parentheses(self.words, last)
        gap = self.words[after + 1].gap if after + 1 < len(self.words) else ""
        return after + 1 if gap == (") " if after > last else " ") else len(self.words)

    def is_field(self, at: int, behind: str = "") -> bool:
        """Whether a word is a field that goes on with the name before it."""
        if at >= len(self.words) or not self.words[at].text[0].isupper():
            return False
        gap = self.words[at].gap.removeprefix(behind) if behind else self.words[at].gap
        key = self.words[at].key
        if gap == " " and self._is_grade(at):
            return True
        short = self.words[at].text.isupper() and not self.words[at - 1].text.isupper()  # "Sudin PPKUKM" in a headline
        known = is_field(key) if at not in self.titled or short else is_listed_field(key)
        return known and bool(joining_gap().fullmatch(gap))

    def _is_grade(self, at: int) -> bool:
        """ "I" of "Kelas I", "C" of "Pabean C"."""
        graded = at < len(self.words) and self.words[at - 1].key in lexicon("bodies")["fields"]["graded"]
        return graded and GRADE.fullmatch(self.words[at].text) is not None

    def listed(self, at: int) -> Named | None:
        """A listed body whose name alone is too ambiguous to be marked: "BI" of "BI Solo"."""
        match = index().longest(self.words, at) if at < len(self.words) else None
        found = [known for known in match.values if known.kind == "agency"] if match else []
        return (match.last, found[0].entity.name, found[0].regional) if match and found else None

    def _unlisted(self, kind: str, first: int, last: int) -> int:
        """The last word of a name that goes on with words no list holds, where something says where it ends.

        "Dinas Bina Konstruksi Kota Batu" ends at its region, "Lembaga Antariksa Nasional (Lapan)" at its short form.
        """
        certain = last > first or kind in lexicon("bodies")["kinds"]["regional"]
        if not certain or first in self.titled or self.places.behind(last):
            return last
        listed = True  # words behind a joiner are nouns of work; else they may be the name of another body
        for at in range(last + 1, min(last + 1 + UNLISTED, len(self.words))):
            if not self._may_go_on(at):
                break
            listed = listed and (self.words[at].gap == " " or is_like_field(self.words[at].key))
            _, short = parentheses(self.words, at)
            closed = len(short) == 1 and abbreviates(short[0], self.words[first : at + 1])
            if closed or (listed and self.places.behind(at)):
                return at
        return last

    def _may_go_on(self, at: int) -> bool:
        word, data = self.words[at], lexicon("bodies")
        ends = word.key in data["organisations"]["stops"] or word.key in data["fields"]["not_unlisted"]
        ends = ends or one_word_name(word.text) is not None  # "UPTD Pasar Disperindag Kudus": another body begins
        joined = word.gap == " " or word.gap.strip().casefold() in data["joiners"]
        return word.text[0].isupper() and not ends and joined
