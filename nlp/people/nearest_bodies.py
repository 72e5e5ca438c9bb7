"""The body of an office that is printed without one: that which the article names nearest before it, else behind it."""

from dataclasses import replace

from nlp.bodies.institutions import STATE, Institution, Marks
from nlp.data import lexicon
from nlp.people.office_heads import head_at
from nlp.people.offices import Office, office_at
from nlp.people.superiors import with_superiors
from nlp.places.regions import of_level
from nlp.text.words import Words

FIELDS = {"national": 2, "regional": 1, "government": 1}  # words of a field: "Direktur Keuangan" may be one of a firm
NEAR = 1500  # characters: about five paragraphs


def with_institutions(offices: list[Office], words: Words, marks: Marks) -> list[Office]:
    """An office of a body that is not named beside it has the one named last before it, else the next."""
    offices = with_superiors(offices, words)
    near = [(words.at(o.end - 1).start, o.institution) for o in offices if o.institution and _is_body(o)]
    near += [(m.start, Institution(m.name, m.id, True)) for m in marks.bodies() if m.label in STATE]
    bodies = [*near, *((m.start, Institution(m.name, m.id, m.label in STATE)) for m in marks.bodies())]
    offices = [_of_last_body(o, words[o.start].start, bodies) for o in offices]
    return [
        replace(o, institution=_nearest(near, words[o.start].start, at) or _of_only_region(at, marks), assumed=True)
        if _lacks_body(o) and not _of_state(o, words, marks)
        else o
        for o, at in ((o, _at_whom(o, words)) for o in offices)
    ]


def _at_whom(office: Office, words: Words) -> Office:
    """The office with the head of that of a region at which it is: "Bupati" of "Staf Ahli Bupati Bidang Hukum"."""
    found = (head_at(words, k) for k in range(office.start + 1, office.end) if words[k].capital)
    region = next((f[0] for f in found if f and f[0].takes == "territory" and f[0].institution), None)
    return replace(office, head=region) if region and office.head.takes == "scope" else office


def _of_last_body(office: Office, at: int, bodies: list[tuple[int, Institution]]) -> Office:
    """A director of a field of government, where the body named last before is one of the state: a public office.

    "Direktur Pengembangan Produk Ekspor, Olvy Andrianita" behind "Kementerian Perdagangan".
    """
    head, fields = office.head, office.text.removeprefix(office.head.name).split()
    unsaid = head.public == "body" and head.takes == "scope" and not head.default and office.institution is None
    of_firm = set(lexicon("office_words")["bodies"]["firm_fields"])
    if not unsaid or office.public or len(fields) < FIELDS[head.near] or fields[0] in of_firm:
        return office
    before = [(start, body) for start, body in bodies if at - NEAR < start < at]
    last = max(before, key=lambda body: body[0], default=(0, None))[1]
    heads = tuple(lexicon("office_words")["bodies"][head.near])
    named = last is not None and last.public and any(b.public and b.name.startswith(heads) for _, b in before)
    return replace(office, public=True) if named else office


def _is_body(office: Office) -> bool:
    """Others may belong to the body of this office: it is no ministry that no list knows ("Menteri Ekonomi ASEAN")."""
    body, ministers = office.institution, ("ministry", "full")
    return office.public and not (office.head.takes in ministers and body is not None and not body.id)


def _of_state(office: Office, words: Words, marks: Marks) -> bool:
    """At the head of the state: "Staf Khusus Presiden"."""
    inner = office_at(words, office.end - 1, marks) if office.head.takes == "scope" else None
    return inner is not None and inner.head.takes == "state"


def _lacks_body(office: Office) -> bool:
    """Of a body that is not said beside it: "Kabid Industri", "Bupati"."""
    lone = office.head.takes == "territory" and office.bare and office.head.institution
    return office.institution is None and office.public and (office.head.takes in ("scope", "body") or bool(lone))


def _nearest(near: list[tuple[int, Institution]], at: int, office: Office) -> Institution | None:
    heads = tuple(lexicon("office_words")["bodies"]["council" if office.council else office.head.near])
    if office.head.takes == "territory":  # "Bupati" of the regency named before
        heads = (office.head.institution.format(place="", level=f"{office.head.level} ".lstrip()),)
    fits = sorted(((at_body, body) for at_body, body in near if body.name.startswith(heads)), key=lambda f: f[0])
    fits = [f for f in fits if office.place and office.place in f[1].name] or fits  # "Kabid Industri Kota Batu"
    earlier = [body for at_body, body in fits if at_body < at]
    return earlier[-1] if earlier else fits[0][1] if fits else None


def _of_only_region(office: Office, marks: Marks) -> Institution | None:
    """The government of the one region of its level that the article names: "Bupati Iti Octavia" in a text on Lebak."""
    if office.head.takes != "territory":
        return None
    places = {mark.name for mark in marks.all if mark.label == "PLACE" and of_level(mark.code, office.head.level)}
    name = next(iter(places)) if len(places) == 1 else None
    kind = f"{office.head.level} ".lstrip()
    return Institution(office.head.institution.format(place=name, level=kind), None, True) if name else None
