"""Who of all articles a person of one article is: the same Entity.id for the same person, another for a namesake.

An id is given once and stays: a later article that brings a second person of the name gives that one a new id, and an
article that is read again keeps the persons whom it named, by each of their names.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz import fuzz

from nlp.data import slug
from nlp.document import Entity
from nlp.people.careers import SAME_BODY, SAME_OFFICE, Claim, fit, is_common, region_of
from nlp.people.name_words import known_persons
from nlp.people.persons import TYPING_ERROR
from nlp.people.same_persons import same_person
from nlp.reading import Reading

PERSON = "PERSON"
UNTITLED = "untitled"  # ends the id of those of a name to whom no article gives an office
SEEN = """
insert into offices values (?, ?, ?, ?, ?, ?, ?, 1) on conflict (person, office, institution) do update set
    first_seen = min(coalesce(first_seen, excluded.first_seen), coalesce(excluded.first_seen, first_seen)),
    last_seen = max(coalesce(last_seen, excluded.last_seen), coalesce(excluded.last_seen, last_seen)),
    articles = articles + 1
"""
COLLEAGUES = """
select distinct i.person, i.name from offices as o join identities as i on i.person = o.person
where o.institution = ? order by 1, 2
"""
CAREER = "select office, institution, region, first_seen, last_seen, institution_entity from offices where person = ?"
IS_USED = "select exists (select 1 from identities where person = ?1) or exists (select 1 from entities where id = ?1)"
BEFORE = "select distinct entity from {}.mentions where article = ? and entity glob 'person-*'"


@dataclass
class _Known:
    """One who bears the name, or a fuller one."""

    id: str
    name: str  # slug
    held: list[Claim]
    bodies: frozenset[str]  # Entity.ids of their institutions


def resolved(db: sqlite3.Connection, article: int, day: str | None, read: Reading) -> Reading:
    """The reading with the ids that its persons have in all articles. The caller commits.

    Call it before the article's rows are removed: they say who it named when it was read before.
    """
    people = [entity for entity in read.entities.values() if entity.label == PERSON]
    resolver = _Resolver(db, article, day, read)
    order = sorted(people, key=lambda e: (not resolver.claims(e.id), -len(e.name), e.id))
    found = {entity.id: resolver.person(entity) for entity in order}
    changed = {*resolver.before, *(entity.id for entity in found.values())}
    db.executemany("insert or ignore into changed_persons values (?)", [(person,) for person in sorted(changed)])
    ids = {local: entity.id for local, entity in found.items()}
    entities = {e.id: e for e in (found.get(local, entity) for local, entity in read.entities.items())}
    return Reading(
        {table: [_renamed(r, ids) for r in rows] for table, rows in read.records.items()}, entities, read.failures
    )


def _renamed(record: Any, ids: dict[str, str]) -> Any:
    for name in ("entity", "person", "speaker"):
        local = getattr(record, name, None)
        if local in ids:
            return replace(record, **{name: ids[local]})
    return record


class _Resolver:
    """Resolves the persons of one article, each to another one."""

    def __init__(self, db: sqlite3.Connection, article: int, day: str | None, read: Reading) -> None:
        self.db, self.article, self.day, self.read = db, article, day, read
        self.before = _before(db, article)
        self.taken: set[str] = set()
        mentions = read.records.get("mentions", [])
        self.bodies = {m.entity for m in mentions if m.label in ("MINISTRY", "AGENCY")}
        self.regions = {
            read.entities[m.entity].code for m in mentions if m.label == "PLACE" and m.entity in read.entities
        }

    def claims(self, person: str) -> list[Claim]:
        """The offices that the article gives to a person."""
        return [
            Claim(o.office, o.institution or "", region_of(o.office, o.institution or ""), self.day, self.day)
            for o in self.read.records.get("officials", [])
            if o.person == person
        ]

    def person(self, entity: Entity) -> Entity:
        """The entity of all articles, with the longest name known; what the article says of the person is kept."""
        found = self._found(entity)
        if found is None:
            return replace(entity, id=self._own(entity))
        self.taken.add(found)
        self.db.execute("insert or ignore into identities values (?, ?)", (slug(entity.name), found))
        for o in self.read.records.get("officials", []):
            if o.person == entity.id:
                body = o.institution or ""
                region = region_of(o.office, body)
                self.db.execute(SEEN, (found, o.office, body, o.institution_entity, region, self.day, self.day))
        row = self.db.execute("select name from entities where id = ?", (found,)).fetchone()
        names = [*(row or ()), entity.name]
        full = max(names, key=lambda name: (len(name.split()), not name.isupper()))  # of equals the first, so it stays
        aliases = tuple(dict.fromkeys([*entity.aliases, *([entity.name] if full != entity.name else [])]))
        return replace(entity, id=found, name=full, aliases=aliases)

    def _own(self, entity: Entity) -> str:
        """The id of somebody of whom nothing tells whether another article means the same: of this article alone."""
        return f"{entity.id}_a{self.article}"

    def _found(self, entity: Entity) -> str | None:
        """The id of the person, a new one where nobody known can be meant; None for a word that names nobody surely."""
        known = list(self._known(slug(entity.name)))
        single = " " not in entity.name and entity.name.casefold() not in known_persons()
        if single and self._own(entity) in self.before:
            return None
        if stays := min((one.id for one in known if one.id in self.before), default=None):
            return stays
        claims = self.claims(entity.id)
        if claims:
            unplaced = single and not any(claim.region for claim in claims)
            return self._titled(entity, claims, known) or (None if unplaced else self._new(entity, _told_by(claims)))
        near = [one.id for one in known if self._is_near(one, single)]
        if len(near) == 1:
            return near[0]
        return None if single else self._untitled(entity, known) or self._new(entity, UNTITLED)

    def _titled(self, entity: Entity, claims: list[Claim], known: list[_Known]) -> str | None:
        """Whom the article gives an office: of that name, else of a fuller, shorter or misprinted one in the body."""
        best = _best(entity.name, claims, known)
        if best[0] < SAME_BODY:
            others = self._of_bodies(entity.name, claims)
            best = max(best, _best(entity.name, claims, others[True], SAME_BODY))
            best = max(best, _best(entity.name, claims, others[False], SAME_OFFICE))
        return best[1] or None

    def _untitled(self, entity: Entity, known: list[_Known]) -> str | None:
        """Whom the article gives no office: the only one of a telling name, else whoever never had one."""
        if len(known) == 1 and not (known[0].held and is_common(entity.name)):
            return known[0].id
        return min((one.id for one in known if not one.held), default=None)

    def _is_near(self, one: _Known, single: bool) -> bool:
        """The article names the body, or the very region, of somebody's office."""
        return bool(one.bodies & self.bodies) or (
            not single and any(h.region in self.regions for h in one.held if h.region)
        )

    def _known(self, name: str) -> Iterator[_Known]:
        for (person,) in self.db.execute("select person from identities where name = ? order by 1", (name,)).fetchall():
            if person not in self.taken:
                yield self._one(person, name)

    def _one(self, person: str, name: str) -> _Known:
        rows = self.db.execute(CAREER, (person,)).fetchall()
        return _Known(person, name, [Claim(*row[:5]) for row in rows], frozenset(row[5] for row in rows if row[5]))

    def _of_bodies(self, name: str, claims: list[Claim]) -> dict[bool, list[_Known]]:
        """Who was seen in these bodies under such a name: True a fuller or shorter one, False a misprinted one."""
        found: dict[bool, list[_Known]] = {True: [], False: []}
        for body in {claim.institution for claim in claims if claim.institution and claim.region}:
            for person, other in self.db.execute(COLLEAGUES, (body,)).fetchall():
                spoken = other.replace("-", " ")
                alike = same_person(name, spoken)
                if person not in self.taken and (alike or _misprinted(name, spoken)):
                    found[alike].append(self._one(person, other))
        return found

    def _new(self, entity: Entity, what: str) -> str:
        """A new id: that of the name when nobody has it, else with the body or office that tells the person apart."""
        wanted, number = entity.id, 1
        while self._is_used(wanted):
            wanted = f"{entity.id}_{slug(what)}" + (f"_{number}" if number > 1 else "")
            number += 1
        return wanted

    def _is_used(self, person: str) -> bool:
        return bool(self.db.execute(IS_USED, (person,)).fetchone()[0])


def _best(name: str, claims: list[Claim], known: list[_Known], least: int = 1) -> tuple[int, str]:
    """Points and id of the one whose career these offices fit best; (0, "") for nobody."""
    points = [(0, "")]
    for one in known:
        shorter = min(name, one.name.replace("-", " "), key=lambda n: len(n.split()))
        score = fit(shorter, claims, one.held) if one.held else 0 if is_common(name) else 1
        if score is not None and score >= least:
            points.append((score, one.id))
    best = max(score for score, _ in points)
    return min(point for point in points if point[0] == best)


def _told_by(claims: list[Claim]) -> str:
    return claims[0].institution or claims[0].office


def _misprinted(name: str, other: str) -> bool:
    several = len(name.split()) == len(other.split()) > 1
    return several and fuzz.ratio(name.casefold(), other) >= TYPING_ERROR


def _before(db: sqlite3.Connection, article: int) -> set[str]:
    """The persons whom the article named when it was read before, in this database or in the one that it replaces."""
    schemas = [row[1] for row in db.execute("pragma database_list") if row[1] in ("main", "former")]
    return {row[0] for schema in schemas for row in db.execute(BEFORE.format(schema), (article,))}
