"""Reads an office as it is printed: its head, what it is responsible for, and the body or region that it belongs to."""

import re
from dataclasses import dataclass
from datetime import date

from nlp.bodies.institutions import Institution, Marks, national_bodies
from nlp.data import gazetteer, lexicon
from nlp.people.complements import Complement, complement
from nlp.people.name_words import double_name, given, known_persons, rank_end
from nlp.people.office_bodies import TextAndBody, body_of, office_of
from nlp.people.office_fields import small_field
from nlp.people.office_heads import Head, former_at, head_at, status_at
from nlp.people.office_readings import OfficeReading, plain
from nlp.people.office_words import bracket, field_word, numeral, republic_end
from nlp.people.person_names import name_at
from nlp.text.words import Words

NESTED = ("ministry", "territory", "state", "full")  # "Staf Ahli Menteri …", "Staf Khusus Presiden", "Asisten Bupati …"
OUTSIDE = ("body", "scope", "territory")  # offices whose institution is no part of their name


@dataclass(frozen=True)
class Office:
    """One office or role where it is printed."""

    text: str  # as a record gives it: "Direktur Jenderal IKM", "Kepala Dinas", "Gubernur Lampung"
    institution: Institution | None
    public: bool
    head: Head
    start: int  # words, half open; `title_end` is before the institution where that is a separate body
    end: int
    title_end: int
    place: str | None = None
    former: bool = False
    known_body: bool = False  # its body ends where `end` says, so that a name must follow
    bare: bool = False  # nothing but the head: "Gubernur"
    council: bool = False  # of a part of a council: "Anggota Komisi II"
    assumed: bool = False  # its body is not printed beside it

    @property
    def rank(self) -> str:
        """What two printings of one office have in common: the head without "Plt" and "mantan"."""
        return self.head.name.casefold()


def office_at(words: Words, i: int, marks: Marks, day: date | None = None, single: bool = False) -> Office | None:
    """The office or role whose name begins at word `i`.

    "Kepala Dinas Perdagangan (Disdag) Jawa Timur" -> "Kepala Dinas" of "Dinas Perdagangan Jawa Timur". A `single`
    office ends before a slash ("Menteri Investasi" in "Menteri Investasi/Kepala BKPM").
    """
    begin = status_at(words, i)
    begin += words.at(begin).text in (".", ",") and begin > i and words.touching(begin)  # "Plt, Wali Kota Cimahi"
    found = head_at(words, begin)
    if found is None or double_name(words, begin) or _inside_head(words, begin) or _rank(words, begin):
        return None
    head, end = _before_listed(words, begin, marks, *found)
    place = marks.place(words.at(begin).start)
    if place and place.end > words.at(begin).end:
        return None  # "Raja Ampat" is no king
    short = head.takes != "role" and words.text(begin, end).casefold() != head.name.casefold()
    end += short and words.at(end).text == "." and words.touching(end) and field_word(words.at(end + 1))  # "Kabid. IKM"
    reading = OfficeReading(words, marks, day, i, begin, end, head, _rest(words, end, head, marks))
    if begin == i and _part_of_another_name(words, i, max(end, reading.rest.end)):
        return None
    if head.takes == "role":
        return _office(reading, reading.name, None, False)
    text, body = office_of(reading, _nested(reading) if head.takes == "scope" else None)
    if not text:
        return None
    assumed = (bool(head.default) or reading.council) and reading.rest.state is not False
    public = head.public == "yes" or (body.public if body else assumed)
    text = text if single else _with_second(reading, text)
    return _office(reading, _with_status(reading, text), body, public)


def _before_listed(words: Words, i: int, marks: Marks, head: Head, end: int) -> tuple[Head, int]:
    """The head without its last word where a listed body begins with that: "Kepala" of "Kepala Pusat Pelaporan …"."""
    mark = marks.body(words.at(end - 1).start) if end > i + 1 else None
    begins = mark is not None and mark.name.startswith(f"{words.at(end - 1).text} ")
    if mark is None or not begins or mark.name not in national_bodies():
        return head, end
    behind = marks.body(words.at(bracket(words, words.index(mark.end))).start)
    of_ministry = behind is not None and behind.label == "MINISTRY"
    return (head, end) if of_ministry else head_at(words, i, end - 1) or (head, end)


def _rank(words: Words, i: int) -> bool:
    """A rank and a name: "Komisaris Besar Polisi Andi Wijaya" is on no board."""
    end = rank_end(words, i)
    return end > i and name_at(words, end) is not None


def _inside_head(words: Words, i: int) -> bool:
    """A longer head begins one word before, which has been found to be none here: "istri Wakil Ketua BPK"."""
    earlier = head_at(words, i - 1) if i > 0 and words.at(i - 1).capital else None
    return earlier is not None and earlier[1] > i and earlier[0].takes != "role"


def _rest(words: Words, end: int, head: Head, marks: Marks) -> Complement:
    loose = head.takes == "territory" and not head.level and "{level}" not in head.institution
    small = small_field(words, end) if head.takes == "scope" and head.default else end
    found = complement(words, small, marks, head.takes, loose)
    if small > end:
        found.scope.insert(0, (end, small))
        found.end = max(found.end, small)
    if head.takes in ("nothing", "full"):
        after = republic_end(words, end)
        return Complement(after + numeral(words, after))  # "Wamenkeu II"
    return found


def _office(reading: OfficeReading, text: str, body: Institution | None, public: bool) -> Office:
    head, rest, start = reading.head, reading.rest, reading.start
    end = max(rest.end, reading.head_end)
    title_end = rest.title_end if rest.title_end is not None and head.takes in OUTSIDE else end
    known = rest.body_mark is not None or bool(rest.places) or bool(rest.state)
    bare = not (rest.scope or rest.body or rest.places) and head.takes not in ("full", "nothing")
    title_end, former = max(title_end, reading.head_end), former_at(reading.words, start)
    place, council = rest.place, reading.council
    return Office(text, body, public, head, start, end, title_end, place, former, known, bare, council)


def _with_second(reading: OfficeReading, text: str) -> str:
    """ "Menteri Investasi/Kepala BKPM": two offices that are held as one."""
    words, rest = reading.words, reading.rest
    if words.at(rest.end).text != "/":
        return text
    second = office_at(words, rest.end + 1, reading.marks, reading.day, single=True)
    if second is None:
        return text
    rest.end = second.end
    printed = plain(words.text(second.start, second.end))
    for form in lexicon("bodies")["republic"]:
        printed = printed.removesuffix(f" {form}")
    return f"{text}/{printed}"


def _with_status(reading: OfficeReading, text: str) -> str:
    """ "Plt Kepala Dinas", "mantan Menteri Perdagangan"; "Pelaksana tugas (Plt)" is one of both."""
    printed = reading.words.text(reading.start, reading.head_start)
    short = re.search(r"\(([^)]*)\)", printed)
    status = short.group(1) if short else printed
    status = status.strip().rstrip(".,")
    return f"{status.capitalize() if status.isupper() else status} {text}".strip()


def _part_of_another_name(words: Words, i: int, end: int) -> bool:
    """ "Peraturan Presiden", "Kantor Gubernur", "calon bupati", but not "instruksi Presiden Joko Widodo"."""
    before, lists = words.at(i - 1).lower, gazetteer("offices")["status"]
    if i == 0 or before not in {w.casefold() for w in lists["not_office_after"]}:
        return False
    if words.text(i - 2, i).casefold() in lists["from_post"] and words.at(i - 3).capital:
        return False  # "memberhentikan Budi Gunawan dari jabatan Menteri …"
    return before not in {w.casefold() for w in lists["unless_named"]} or not _named(words, end)


def _named(words: Words, k: int) -> bool:
    """A name of several words, or one that everybody knows, stands at word `k`."""
    name = name_at(words, k + (words.at(k).text == ","), capitals=True)
    known = name is not None and name.text.casefold() in known_persons()
    return known or (name is not None and name.end - name.first > 1 and any(map(given, words[name.first : name.end])))


def _nested(reading: OfficeReading) -> TextAndBody:
    """Field and body of an office at another office: "Staf Ahli Menteri Agama Bidang Hukum", "Asisten Sekda Kota …"."""
    words, rest, scope = reading.words, reading.rest, reading.scope
    inner = _inner(reading, reading.head_end)
    if inner:
        more = complement(words, inner.end, reading.marks)
        rest.end = max(rest.end, inner.end, more.end)
        end = more.body[0] if more.body else rest.end
        if inner.title_end < inner.end:  # "Asisten Gubernur Bank Indonesia"
            rest.title_end = end = inner.title_end
        return words.text(reading.head_end, end).strip(" ,"), inner.institution or body_of(reading, more)
    beside = _inner(reading, rest.end) if scope and not rest.body else None
    if beside:
        rest.title_end, rest.end = rest.end, beside.end
        return scope, beside.institution
    return scope, body_of(reading, rest)


def _inner(reading: OfficeReading, i: int) -> Office | None:
    """The office at word `i`, when it is one at which others work."""
    found = head_at(reading.words, status_at(reading.words, i))
    nests = found is not None and (found[0].takes in NESTED or found[0].by_scope)
    return office_at(reading.words, i, reading.marks, reading.day, single=True) if nests else None
