"""Reads an office as it is printed: its head, what it is responsible for, and the body or region that it belongs to."""

import re
from dataclasses import dataclass, replace
from datetime import date

from nlp.bodies.branches import branch_unit
from nlp.bodies.institutions import Institution, Marks, is_home, level, ministry
from nlp.bodies.short_forms import nameless_branches, spelled_out, with_more_fields
from nlp.data import gazetteer, lexicon
from nlp.people.complements import Complement, complement
from nlp.people.office_heads import Head, former_at, head_at, status_at
from nlp.people.office_words import field_word, republic_end
from nlp.people.person_names import double_name, given, known_persons, name_at
from nlp.places.regions import official_name, titled
from nlp.text.words import Words

NESTED = ("ministry", "territory", "state", "full")  # "Staf Ahli Menteri …", "Staf Khusus Presiden", "Asisten Bupati …"
SHORTEST_ACRONYM = 3  # letters; "IT" and "TU" are departments
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

    @property
    def rank(self) -> str:
        """What two printings of one office have in common: the head without "Plt" and "mantan"."""
        return self.head.name.casefold()


@dataclass
class _Reading:
    """An office on its way: what stands where."""

    words: Words
    marks: Marks
    day: date | None
    start: int
    head_start: int
    head_end: int
    head: Head
    rest: Complement

    @property
    def name(self) -> str:
        return self.words.text(self.head_start, self.head_end) if self.head.as_printed else self.head.name

    @property
    def council(self) -> bool:
        """The office is one of a part of a council: "Komisi II"."""
        units = tuple(unit.casefold() for unit in lexicon("office_words")["bodies"]["council_units"])
        return self.head.takes == "body" and self.scope.casefold().startswith(units)

    @property
    def scope(self) -> str:
        """The field of work, without brackets and without "RI" at its end."""
        text = plain(" ".join(self.words.text(a, b) for a, b in self.rest.scope))
        for form in lexicon("bodies")["republic"]:
            text = text.removesuffix(f" {form}")
        return text.strip(" ,")


def office_at(words: Words, i: int, marks: Marks, day: date | None = None, single: bool = False) -> Office | None:
    """The office or role whose name begins at word `i`.

    "Kepala Dinas Perdagangan (Disdag) Jawa Timur" -> "Kepala Dinas" of "Dinas Perdagangan Jawa Timur". A `single`
    office ends before a slash ("Menteri Investasi" in "Menteri Investasi/Kepala BKPM").
    """
    begin = status_at(words, i)
    begin += words.at(begin).text == "." and words.touching(begin)
    found = head_at(words, begin)
    if found is None or double_name(words, begin):
        return None
    head, end = found
    end += words.at(end).text == "." and words.touching(end) and field_word(words.at(end + 1))  # "Kabid. Perdagangan"
    reading = _Reading(words, marks, day, i, begin, end, head, _rest(words, end, head, marks))
    if begin == i and _part_of_another_name(words, i, max(end, reading.rest.end)):
        return None
    if head.takes == "role":
        return _office(reading, reading.name, None, False)
    text, body = _read(reading)
    if not text:
        return None
    assumed = (bool(head.default) or reading.council) and reading.rest.state is not False
    public = head.public == "yes" or (body.public if body else assumed)
    text = text if single else _with_second(reading, text)
    return _office(reading, _with_status(reading, text), body, public)


def _rest(words: Words, end: int, head: Head, marks: Marks) -> Complement:
    loose = head.takes == "territory" and not head.level and "{level}" not in head.institution
    found = complement(words, end, marks, head.takes, loose)
    closed = head.takes in ("nothing", "full") and (found.scope or found.body or found.places)
    return Complement(republic_end(words, end)) if closed else found


def _office(reading: _Reading, text: str, body: Institution | None, public: bool) -> Office:
    head, rest, start = reading.head, reading.rest, reading.start
    end = max(rest.end, reading.head_end)
    title_end = rest.title_end if rest.title_end is not None and head.takes in OUTSIDE else end
    known = rest.body_mark is not None or bool(rest.places) or bool(rest.state)
    bare = not (rest.scope or rest.body or rest.places) and head.takes not in ("full", "nothing")
    title_end, former = max(title_end, reading.head_end), former_at(reading.words, start)
    place, council = rest.place, reading.council
    return Office(text, body, public, head, start, end, title_end, place, former, known, bare, council)


def _with_second(reading: _Reading, text: str) -> str:
    """ "Menteri Investasi/Kepala BKPM": two offices that are held as one."""
    words, rest = reading.words, reading.rest
    if words.at(rest.end).text != "/":
        return text
    second = office_at(words, rest.end + 1, reading.marks, reading.day, single=True)
    if second is None:
        return text
    rest.end = second.end
    printed = words.text(second.start, second.end)
    for form in lexicon("bodies")["republic"]:
        printed = printed.removesuffix(f" {form}")
    return f"{text}/{printed}"


def _with_status(reading: _Reading, text: str) -> str:
    """ "Plt Kepala Dinas", "mantan Menteri Perdagangan"; "Pelaksana tugas (Plt)" is one of both."""
    printed = reading.words.text(reading.start, reading.head_start)
    short = re.search(r"\(([^)]*)\)", printed)
    status = short.group(1) if short else printed
    status = status.strip().removesuffix(".")
    return f"{status.capitalize() if status.isupper() else status} {text}".strip()


def _part_of_another_name(words: Words, i: int, end: int) -> bool:
    """ "Peraturan Presiden", "Kantor Gubernur", "calon bupati", but not "instruksi Presiden Joko Widodo"."""
    before, lists = words.at(i - 1).lower, gazetteer("offices")["status"]
    if i == 0 or before not in {w.casefold() for w in lists["not_office_after"]}:
        return False
    return before not in {w.casefold() for w in lists["unless_named"]} or not _named(words, end)


def _named(words: Words, k: int) -> bool:
    """A name of several words, or one that everybody knows, stands at word `k`."""
    name = name_at(words, k)
    known = name is not None and name.text.casefold() in known_persons()
    return known or (name is not None and name.end - name.first > 1 and any(map(given, words[name.first : name.end])))


def _read(reading: _Reading) -> tuple[str, Institution | None]:
    """Office and institution by what the head takes; ("", None) when what it needs is missing."""
    head, rest, name = reading.head, reading.rest, reading.name
    if head.takes == "state":
        abroad = rest.place if rest.place and not is_home(rest.place) else ""
        return ("" if head.needs_place and not abroad else f"{name} {abroad}".strip()), None
    if head.takes == "nothing":
        return name, Institution(head.institution, None, True)
    if head.takes == "full":
        return name, _of_minister(name, reading.day)
    if head.takes == "ministry":
        return _minister(reading)
    if head.takes == "envoy":
        return _envoy(reading)
    if head.takes == "territory" and rest.body is None:
        return _territory(name, head, rest)
    return _of_body(reading)


def _of_minister(office: str, day: date | None) -> Institution | None:
    """ "Wakil Menteri Perdagangan" -> Kementerian Perdagangan."""
    words = Words(office)
    found = head_at(words, 0)
    if found is None or not found[0].institution:
        return None
    return ministry(found[0].institution.format(body=words.text(found[1], len(words))), day)


def _minister(reading: _Reading) -> tuple[str, Institution | None]:
    rest, field, head = reading.rest, reading.scope, reading.head
    if rest.body and (rest.body_mark is None or not field):  # the field is marked as a body, or has the shape of one
        field = plain(f"{field} {reading.words.text(*rest.body)}")
    if not field:
        return reading.name, None
    abroad = f" {rest.place}" if rest.place and not is_home(rest.place) else ""
    body = ministry(head.institution.format(body=field), None if abroad else reading.day)
    return f"{reading.name} {field}{abroad}", replace(body, name=body.name + abroad, id=None if abroad else body.id)


def _envoy(reading: _Reading) -> tuple[str, Institution | None]:
    """ "Duta Besar Jepang untuk Indonesia" -> Kedutaan Besar Jepang."""
    text = reading.words.text(reading.head_end, reading.rest.end)
    own, full = lexicon("bodies")["republic"][:2]
    sender = reading.rest.places[0] if reading.rest.places else own
    sender = full if text.startswith(own) or is_home(sender) or sender == own else sender
    return f"{reading.name} {text}".strip(), Institution(reading.head.institution.format(place=sender), None, True)


def _territory(name: str, head: Head, rest: Complement) -> tuple[str, Institution | None]:
    if not rest.place:
        return name, None
    kind = "" if rest.place_kind == head.level else f"{rest.place_kind} ".lstrip()
    body = head.institution.format(place=official_name(rest.place), level=kind or level(rest.place))
    return f"{name} {kind}{rest.place}", Institution(body, None, True)


def _of_body(reading: _Reading) -> tuple[str, Institution | None]:
    """Offices of a body: "Anggota Komisi VII DPR RI", "Kepala BPS", "Staf Ahli Menteri … Bidang …"."""
    head, rest, name, scope = reading.head, reading.rest, reading.name, reading.scope
    body = _body(reading, rest)
    if head.takes == "scope":
        scope, body = _nested(reading, scope, body)
    if head.body_word:  # "Kadis Perdagangan": the dinas is spelled by its field
        return name, body or (Institution(_led(reading), None, True) if rest.scope or rest.places else None)
    if head.acronym_body and body is None and _is_acronym(scope):
        return name, Institution(f"{scope} {rest.place or ''}".strip(), None, True)
    if (head.needs_scope and not scope) or (head.needs_body and not body):
        return "", None
    if head.by_scope and not body:
        body = _by_scope(scope)
    if rest.body_mark and not scope and (unit := branch_unit(reading.words.source, rest.body_mark, reading.marks)):
        return f"{name} {unit}", body
    if head.keeps_body and body and not scope:
        return f"{name} {_kept(reading)}".strip(), body
    place = f" {rest.place}" if rest.place and not rest.body and scope and head.takes != "scope" else ""
    return f"{name} {scope}{place}".strip(), body


def _is_acronym(scope: str) -> bool:
    """ "BPKS", no school and no department of a firm."""
    none = lexicon("office_words")["bodies"]["no_state_acronyms"]
    return len(scope) >= SHORTEST_ACRONYM and scope.isalpha() and scope.isupper() and scope not in none


def _led(reading: _Reading) -> str:
    """The dinas that its head says: "Kadis Perdagangan Kota Medan", "Kadiskop UKM Jatim"."""
    head, rest, fields = reading.head, reading.rest, reading.scope
    if " " in head.body_word:
        name = with_more_fields(head.body_word, fields)
    else:
        name = spelled_out(f"{head.body_word} {fields}".strip(), head.body_word)
    place = official_name(rest.place) if rest.place else ""
    return f"{name} {f'{rest.place_kind} {place}' if rest.place_kind else titled(place)}".strip()


def _nested(reading: _Reading, scope: str, body: Institution | None) -> tuple[str, Institution | None]:
    """Field and body of an office at another office: "Staf Ahli Menteri Agama Bidang Hukum", "Asisten Sekda Kota …"."""
    words, rest = reading.words, reading.rest
    inner = _inner(reading, reading.head_end)
    if inner:
        more = complement(words, inner.end, reading.marks)
        rest.end = max(rest.end, inner.end, more.end)
        end = more.body[0] if more.body else rest.end
        if inner.title_end < inner.end:  # "Asisten Gubernur Bank Indonesia"
            rest.title_end = end = inner.title_end
        return words.text(reading.head_end, end).strip(" ,"), inner.institution or _body(reading, more)
    beside = _inner(reading, rest.end) if scope and not rest.body else None
    if beside:
        rest.title_end, rest.end = rest.end, beside.end
        return scope, beside.institution
    return scope, body


def _inner(reading: _Reading, i: int) -> Office | None:
    """The office at word `i`, when it is one at which others work."""
    found = head_at(reading.words, status_at(reading.words, i))
    nests = found is not None and (found[0].takes in NESTED or found[0].by_scope)
    return office_at(reading.words, i, reading.marks, reading.day, single=True) if nests else None


def _kept(reading: _Reading) -> str:
    """ "Dinas" of "Dinas Perdagangan" and of "Disdag": the word that stays in the office."""
    data, rest = lexicon("office_words")["bodies"], reading.rest
    if rest.body is None:
        return ""
    first, mark = reading.words.at(rest.body[0]).text, rest.body_mark
    of_dinas = mark is not None and mark.name.startswith(f"{lexicon('bodies')['dinas']['word']} ")  # "Kepala DKUPP"
    name = mark.name.split()[0] if mark and (of_dinas or not first.isupper()) else first
    two = " ".join(mark.name.split()[:2]) if mark else ""  # "Suku Dinas"
    word = first if first in data["kept"] else two if two in data["kept"] else name
    regional = rest.place is not None or mark is None or reading.marks.place_within(mark.start, mark.end)
    if word in data["kept"]:
        return word if regional or word not in data["kept_regional"] else ""
    return next((kind for prefix, kind in data["kept_prefixes"].items() if first.startswith(prefix)), "")


def _body(reading: _Reading, rest: Complement) -> Institution | None:
    """The body by its mark, else as printed without brackets, with its region."""
    if rest.body is None:
        return None
    mark, region = rest.body_mark, rest.place or ""
    name = mark.name if mark else spelled(plain(reading.words.text(*rest.body)))
    inside = region.casefold() in name.casefold() or (mark is not None and mark.label == "MINISTRY")
    if mark and mark.name in nameless_branches():
        return Institution(mark.name, mark.id, True)
    if not inside:
        name = " ".join(part for part in (name, rest.place_kind, region) if part)
    if mark:
        return Institution(name, mark.id if inside else None, mark.label != "ORGANISATION")
    known = ministry(name, reading.day)
    return known if known.id else Institution(name, None, bool(rest.state))


def _by_scope(scope: str) -> Institution | None:
    """ "Industri Kecil, Menengah, dan Aneka" -> Kementerian Perindustrian, where the article does not say it."""
    for begins, name in gazetteer("offices")["scopes"]["institutions"].items():
        if f"{scope} ".startswith((f"{begins} ", f"{begins},")):
            return ministry(name)
    return None


def spelled(name: str) -> str:
    """ "Setda" -> "Sekretariat Daerah"."""
    first, _, more = name.partition(" ")
    return " ".join(part for part in (lexicon("office_words")["spelled"].get(first, first), more) if part)


def plain(text: str) -> str:
    """Without what stands in brackets: "Dinas Perdagangan (Disdag) Jatim" -> "Dinas Perdagangan Jatim"."""
    return re.sub(r"\s*\([^)]*\)", "", text).strip()
