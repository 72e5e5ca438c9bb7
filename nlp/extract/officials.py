"""Persons with the public office that the text gives them."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.bodies.institutions import Institution
from nlp.document import Entity, located
from nlp.people.offices import Office
from nlp.people.persons import Holding, Person, cast_of, same_office


@dataclass(frozen=True)
class Official:
    """One person in one public office, as this article presents them, where it does so first."""

    person: str  # Entity.id of the person
    name: str  # fullest name in this article, without degrees and honorifics
    office: str  # with its territory, without the institution where that is a body of its own
    institution: str | None  # full official name of the body; None for a president
    institution_entity: str | None  # Entity.id of that body
    aliases: tuple[str, ...]  # short forms by which this text refers back ("Gati")
    part: str  # of the name
    start: int  # characters within the part, half open
    end: int
    rule: str | None = None  # what brought name and office together: a key of lexicon/rules.toml


def officials(doc: Doc) -> Iterator[Official]:
    """One record for each office of each person, in the order in which the article presents the persons.

    "Dirjen IKM Gati Wibawaningsih" and, later, "Gati" -> one record with the alias "Gati".
    """
    for person in sorted(cast_of(doc).persons, key=lambda p: p.first):
        for held in offices_of(person):
            part, start, end = located(doc, held[0].start, held[0].end)
            best = max(held, key=_fullness)
            bodies = [h.office.institution for h in sorted(held, key=_fullness, reverse=True)]
            body = next((body for body in bodies if body), None)
            _named(doc, body)
            yield Official(
                person.entity.id, person.name, best.office.text, body.name if body else None, body.id if body else None,
                tuple(sorted(person.forms | person.nicknames)), part, start, end, held[0].rule,
            )  # fmt: skip


def _named(doc: Doc, body: Institution | None) -> None:
    """A ministry that is named only within an office ("Mendag") is an entity of the article too, without a mention."""
    if body and body.id:
        doc._.entities.setdefault(body.id, Entity(body.id, body.id.partition("-")[0].upper(), body.name))


def offices_of(person: Person) -> list[list[Holding]]:
    """The offices of a person, each with all its printings in the order of the text."""
    groups: list[list[Holding]] = []
    for holding in sorted(person.holdings, key=lambda h: h.start):
        group = next((g for g in groups if any(_one_office(h.office, holding.office) for h in g)), None)
        if group is None:
            groups.append([holding])
        else:
            group.append(holding)
    return groups


def _one_office(one: Office, other: Office) -> bool:
    """Two printings of one office of the same person, of which one may say less: "Duta Besar RI", "Kaban"."""
    if same_office(one, other):
        return True
    if one.former != other.former or (one.rank != other.rank and one.text != other.text):
        return False
    if (one.bare and one.assumed) or (other.bare and other.assumed):
        return True
    if one.text == other.text and (one.assumed or other.assumed):
        return True  # the body was guessed twice
    shorter, longer = sorted((one, other), key=lambda office: len(office.text))
    bodies = {office.institution.name for office in (one, other) if office.institution}
    within = set(shorter.text.casefold().split()) <= set(longer.text.casefold().split())
    return within and len(bodies) < 2 and not _other_region(one, other)


def _other_region(one: Office, other: Office) -> bool:
    return bool(one.place and other.place) and one.place != other.place


def _fullness(holding: Holding) -> tuple[bool, int, int]:
    office = holding.office
    return office.institution is not None, len(office.text.split()), -holding.start
