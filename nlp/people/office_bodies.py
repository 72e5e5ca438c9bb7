"""Office and institution by what the head takes: a ministry, a region, a field of work or a body."""

from dataclasses import replace
from datetime import date
from functools import cache

from nlp.bodies.branches import branch_unit
from nlp.bodies.institutions import Institution, is_home, level, ministry, national_bodies
from nlp.bodies.short_forms import nameless_branches, spelled_out, with_more_fields
from nlp.data import gazetteer, lexicon
from nlp.people.complements import Complement
from nlp.people.office_heads import Head, head_at
from nlp.people.office_readings import OfficeReading, plain, spelled
from nlp.places.regions import official_name, titled
from nlp.text.words import Words

TextAndBody = tuple[str, Institution | None]  # text of an office or its field, and the body
SHORTEST_ACRONYM = 3  # letters; "IT" and "TU" are departments


def office_of(reading: OfficeReading, nested: TextAndBody | None) -> TextAndBody:
    """Office and institution by what the head takes; ("", None) when what it needs is missing.

    `nested` is the field and the body of an office that is one at another office.
    """
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
        return territory(name, head, rest)
    return _of_body(reading, nested)


def _of_minister(office: str, day: date | None) -> Institution | None:
    """ "Wakil Menteri Perdagangan" -> Kementerian Perdagangan."""
    words = Words(office)
    found = head_at(words, 0)
    if found is None or not found[0].institution:
        return None
    return ministry(found[0].institution.format(body=words.text(found[1], len(words))), day)


def _minister(reading: OfficeReading) -> TextAndBody:
    rest, field, head = reading.rest, reading.scope, reading.head
    if rest.body and (rest.body_mark is None or not field):  # the field is marked as a body, or has the shape of one
        field = plain(f"{field} {reading.words.text(*rest.body)}")
    if not field:
        return reading.name, None
    abroad = f" {rest.place}" if rest.place and not is_home(rest.place) else ""
    body = ministry(head.institution.format(body=field), None if abroad else reading.day)
    return f"{reading.name} {field}{abroad}", replace(body, name=body.name + abroad, id=None if abroad else body.id)


def _envoy(reading: OfficeReading) -> TextAndBody:
    """ "Duta Besar Jepang untuk Indonesia" -> Kedutaan Besar Jepang."""
    text = plain(reading.words.text(reading.head_end, reading.rest.end))
    own, full = lexicon("bodies")["republic"][:2]
    sender = reading.rest.places[0] if reading.rest.places else own
    sender = full if text.startswith((own, full)) or is_home(sender) or sender == own else _printed(reading, sender)
    return f"{reading.name} {text}".strip(), Institution(reading.head.institution.format(place=sender), None, True)


def _printed(reading: OfficeReading, country: str) -> str:
    """A country behind the head as the text spells it ("Ethiopia"), in full where it is shortened there."""
    mark = reading.marks.place(reading.words.at(reading.head_end).start)
    printed = reading.words.text(reading.head_end, reading.words.index(mark.end)) if mark else country
    return country if printed.isupper() else printed


def territory(name: str, head: Head, rest: Complement) -> TextAndBody:
    """Office and institution of a region: "Bupati Gresik", Pemerintah Kabupaten Gresik."""
    if not rest.place:
        return name, None if "{" in head.institution else Institution(head.institution, None, True)
    kind = "" if rest.place_kind == head.level else f"{rest.place_kind} ".lstrip()
    body = head.institution.format(place=official_name(rest.place), level=kind or level(rest.place))
    return f"{name} {kind}{rest.place}", Institution(body, None, True)


def _of_body(reading: OfficeReading, nested: TextAndBody | None) -> TextAndBody:
    """Offices of a body: "Anggota Komisi VII DPR RI", "Kepala BPS", "Staf Ahli Menteri … Bidang …"."""
    head, rest, name = reading.head, reading.rest, reading.name
    scope, body = nested or (reading.scope, body_of(reading, rest))
    if head.branch and body and not body.name.startswith(head.body_word):
        region = f" {rest.place}" if rest.place and rest.place not in body.name else ""
        return name, Institution(f"{head.body_word} {body.name}{region}", None, body.public)
    dinas = f"{lexicon('bodies')['dinas']['word']} "
    if body and body.name.startswith(dinas) and head.body_word.endswith(f" {dinas.strip()}"):  # "Kasudin PPKUKM"
        return name, Institution(f"{head.body_word} {body.name.removeprefix(dinas)}", None, True)
    if head.body_word:  # "Kadis Perdagangan": the dinas is spelled by its field
        return name, body or (Institution(_led(reading), None, True) if rest.scope or rest.places else None)
    if head.acronym_body and body is None and _is_acronym(scope):
        return name, Institution(f"{scope} {rest.place or ''}".strip(), None, True)
    if (head.needs_scope and not scope) or (head.needs_body and not body):
        return "", None
    if head.by_scope and not body:
        body = by_scope(scope)
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


def _led(reading: OfficeReading) -> str:
    """The dinas that its head says: "Kadis Perdagangan Kota Medan", "Kadiskop UKM Jatim"."""
    head, rest, fields = reading.head, reading.rest, reading.scope
    if head.body_word.startswith(f"{lexicon('bodies')['dinas']['word']} "):
        name = with_more_fields(head.body_word, fields)
    else:
        name = spelled_out(f"{head.body_word} {fields}".strip(), head.body_word)
    place = official_name(rest.place) if rest.place else ""
    return f"{name} {f'{rest.place_kind} {place}' if rest.place_kind else titled(place)}".strip()


def _kept(reading: OfficeReading) -> str:
    """ "Dinas" of "Dinas Perdagangan" and of "Disdag": the word that stays in the office."""
    data, rest = lexicon("office_words")["bodies"], reading.rest
    if rest.body is None:
        return ""
    first, mark = reading.words.at(rest.body[0]).text, rest.body_mark
    of_dinas = mark is not None and mark.name.startswith(f"{lexicon('bodies')['dinas']['word']} ")  # "Kepala DKUPP"
    # "Kepala BPS" and "Kepala KPP", but the "Kepala Badan" of a BPKAD
    heads = tuple(data["acronym_heads"])
    short = first.isupper() and mark is not None and (_of_nation(mark.name) or mark.name.startswith(heads))
    name = mark.name.split()[0] if mark and (of_dinas or not short) else first
    two = " ".join((mark.name if mark else reading.words.text(*rest.body)).split()[:2])  # "Suku Dinas"
    word = two if two in data["kept"] else first if first in data["kept"] else name
    regional = rest.place is not None or mark is None or reading.marks.place_within(mark.start, mark.end)
    regional = regional or (mark is not None and not _of_nation(mark.name))  # a Bappeda, whose region is said elsewhere
    if word in data["kept"]:
        return word if regional or word not in data["kept_regional"] else ""
    return next((kind for prefix, kind in data["kept_prefixes"].items() if first.startswith(prefix)), "")


@cache
def _of_nation(name: str) -> bool:
    """A listed body or a branch of one: "Badan Pusat Statistik Kabupaten Rembang"."""
    return any(f"{name} ".startswith(f"{listed} ") for listed in national_bodies())


def body_of(reading: OfficeReading, rest: Complement) -> Institution | None:
    """The body by its mark, else as printed without brackets, with its region."""
    if rest.body is None:
        return None
    mark, region = rest.body_mark, rest.place or ""
    name = mark.name if mark else spelled(plain(reading.words.text(*rest.body)))
    inside = region.casefold() in name.casefold() or (mark is not None and mark.label == "MINISTRY")
    councils = lexicon("office_words")["bodies"]["national_councils"]
    if mark and (mark.name in nameless_branches() or mark.name in councils):
        return Institution(mark.name, mark.id, True)
    if not inside:
        name = " ".join(part for part in (name, rest.place_kind, region) if part)
    if mark:
        return Institution(name, mark.id if inside else None, mark.label != "ORGANISATION")
    known = ministry(name, reading.day)
    return known if known.id else Institution(name, None, bool(rest.state))


def by_scope(scope: str) -> Institution | None:
    """ "Industri Kecil, Menengah, dan Aneka" -> Kementerian Perindustrian, where the article does not say it."""
    for begins, name in gazetteer("offices")["scopes"]["institutions"].items():
        if f"{scope} ".startswith((f"{begins} ", f"{begins},")):
            return ministry(name)
    return None
