"""The fields of work that a name of a body is made of, and where such a name ends."""

from nlp.bodies.known import index
from nlp.bodies.seats import ROMAN, Places
from nlp.bodies.short_forms import abbreviates, in_full, is_field, is_listed_field, kind_forms, one_word_name
from nlp.data import lexicon
from nlp.text.names import Word, joining_gap, words
from nlp.text.phrases import headlines, near, parentheses

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
        """The kind of body that begins at a word, and its last word: "Balai Besar"."""
        if not self.words[at].text[0].isupper():
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
            small = self._small_fields(end)
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

    def _small_fields(self, last: int) -> int:
        """The last of the listed fields in lower case behind a word, where a region or a short form closes the name.

        "Dinas Penanaman modal dan pelayanan terpadu satu pintu (PTSP)".
        """
        at = last + 1
        while (
            at < len(self.words)
            and is_listed_field(self.words[at].key)
            and self.words[at].text.islower()
            and joining_gap().fullmatch(self.words[at].gap)
        ):
            at += 1
        closed = at - 1 > last and (self.places.behind(at - 1) or parentheses(self.words, at - 1)[1])
        return at - 1 if closed else last

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
            if self.is_field(last + 1, behind=")" if opened and not fields else ""):
                last += 1
                fields.append(self.words[last].key)
                continue
            after, found = parentheses(self.words, last)
            if fields and after > last and self.is_field(after + 1, behind=")"):
                last, short = after + 1, found
                fields.append(self.words[last].key)
                continue
            return fields, last, short

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
        if (
            gap == " "
            and self.words[at - 1].key in lexicon("bodies")["fields"]["graded"]
            and _is_grade(self.words[at].text)
        ):
            return True  # "Kelas I", "Pabean C"
        short = self.words[at].text.isupper() and not self.words[at - 1].text.isupper()  # "Sudin PPKUKM" in a headline
        known = is_field(key) if at not in self.titled or short else is_listed_field(key)
        return known and bool(joining_gap().fullmatch(gap))

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
        for at in range(last + 1, min(last + 1 + UNLISTED, len(self.words))):
            if not self._may_go_on(at):
                break
            _, short = parentheses(self.words, at)
            if self.places.behind(at) or (len(short) == 1 and abbreviates(short[0], self.words[first : at + 1])):
                return at
        return last

    def _may_go_on(self, at: int) -> bool:
        word, data = self.words[at], lexicon("bodies")
        ends = word.key in data["organisations"]["stops"] or word.key in data["fields"]["not_unlisted"]
        ends = ends or one_word_name(word.text) is not None  # "UPTD Pasar Disperindag Kudus": another body begins
        joined = word.gap == " " or word.gap.strip().casefold() in data["joiners"]
        return word.text[0].isupper() and not ends and joined


def _is_grade(text: str) -> bool:
    return len(text) == 1 or ROMAN.fullmatch(text) is not None
