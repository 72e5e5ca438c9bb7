"""The bodies that officials belong to: those marked in the article, and those that the name of an office says."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc

from nlp.data import gazetteer, lexicon, slug
from nlp.document import LONGEST, Cover, Entity, add_mention, mentions_of, take_back, text_of

STATE = ("MINISTRY", "AGENCY")
PLACES = ("PLACE", "COUNTRY")
CUT = "organisations.before_person"  # the rule of a company that ends where a person's name begins


@dataclass(frozen=True)
class Institution:
    """A body; `public` when it is one of the state."""

    name: str
    id: str | None  # Entity.id, where the body is marked or in a gazetteer
    public: bool


@dataclass(frozen=True)
class Mark:
    """A body or place that the components before have marked."""

    label: str
    start: int  # characters of the Doc, half open
    end: int
    name: str
    id: str
    code: str | None


class Marks:
    """The marks of one article by the character where they begin; of several the longest."""

    def __init__(self, doc: Doc) -> None:
        self.all: list[Mark] = []
        self._at: dict[tuple[int, bool], Mark] = {}
        for span in mentions_of(doc, *STATE, "ORGANISATION", *PLACES):
            entity = doc._.entities[span.id_]
            mark = Mark(span.label_, span.start_char, span.end_char, entity.name, entity.id, entity.code)
            self.all.append(mark)
            key = (mark.start, mark.label in PLACES)
            if key not in self._at or self._at[key].end < mark.end:
                self._at[key] = mark
        self._cover()

    def _cover(self) -> None:
        self._in_bodies = Cover((m.start, m.end) for m in self.all if m.label not in PLACES)
        self._in_places = Cover((m.start, m.end) for m in self.all if m.label in PLACES)
        self._places = [m for m in self.all if m.label == "PLACE"]
        self._place_starts = [m.start for m in self._places]
        self._companies: dict[int, list[Mark]] = {}
        for mark in self.all:
            if mark.label == "ORGANISATION":
                self._companies.setdefault(mark.end, []).append(mark)

    def body(self, start: int) -> Mark | None:
        """The body whose name begins at this character."""
        return self._at.get((start, False))

    def place(self, start: int) -> Mark | None:
        """The place or country whose name begins at this character."""
        return self._at.get((start, True))

    def inside_body(self, start: int, end: int) -> bool:
        """These characters are part of the name of a body, or all of it."""
        return self._in_bodies.holds(start, end)

    def place_within(self, start: int, end: int) -> bool:
        """A region is part of what stands here."""
        inside = slice(bisect_left(self._place_starts, start), bisect_left(self._place_starts, end))
        return any(m.end <= end for m in self._places[inside])

    def forget(self, start: int, end: int) -> None:
        """Drops organisations that begin inside these characters and run on: their end is a person's name."""
        wrong = [m for m in self.all if m.label == "ORGANISATION" and start < m.start < end < m.end]
        if not wrong:
            return
        self.all = [m for m in self.all if m not in wrong]
        for m in wrong:
            self._at.pop((m.start, False), None)
        self._cover()

    def company_ending(self, start: int, end: int) -> Mark | None:
        """The organisation that ends at character `end` and begins at `start` or later."""
        return next((m for m in self._companies.get(end, ()) if start <= m.start), None)

    def is_place(self, start: int, end: int) -> bool:
        """These characters are a place and nothing more."""
        return self._in_places.holds(start, end)

    def place_over(self, char: int) -> Mark | None:
        """The place that begins before this character and ends behind it: "Kota Malang" in "Wali Kota Malang"."""
        near = slice(bisect_left(self._place_starts, char - LONGEST), bisect_left(self._place_starts, char))
        return next((m for m in self._places[near] if char < m.end), None)

    def body_over(self, char: int) -> bool:
        """A name that is no place begins before this character and ends behind it."""
        return self._in_bodies.meets(char, char)

    def bodies(self) -> list[Mark]:
        """All that is no place."""
        return [m for m in self.all if m.label not in PLACES]


def cut_company(doc: Doc, mark: Mark, end: int) -> None:
    """Ends the mark of an organisation at character `end`: behind it stands the name of a person."""
    name = text_of(doc)[mark.start : end]
    for group in gazetteer("organisations")["group"]:
        for names in group["names"]:
            full = names if isinstance(names, str) else names[0]
            name = full if name in names and name != full else name
    take_back(doc, mark.start, mark.end, {mark.label}, whole=True)
    add_mention(doc, mark.start, end, Entity(f"organisation-{slug(name)}", "ORGANISATION", name), CUT)


@cache
def _key(name: str) -> str:
    """A name to compare with: without "dan" and "RI"."""
    data = lexicon("bodies")
    left_out = {w for form in (*data["joiners"], *data["republic"]) for w in slug(form).split("-")}
    return " ".join(w for w in slug(name).split("-") if w not in left_out)


@cache
def _ministries() -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for entry in gazetteer("ministries")["ministry"]:
        for name in (entry["name"], *entry.get("aliases", ())):
            found.setdefault(_key(name), []).append(entry)
    return found


def _field(name: str) -> str:
    """ "Kementerian Koordinator Bidang Perekonomian" -> "Perekonomian"."""
    heads = gazetteer("offices")["fields"]["heads"]
    return next((name.removeprefix(head).strip() for head in heads if name.startswith(f"{head} ")), name)


def ministry(name: str, day: date | None = None) -> Institution:
    """The ministry so called on that day, in full or in short: "Kementerian UMKM" -> Kementerian Usaha Mikro, …"""
    field = _field(name)
    spelled = name.replace(field, gazetteer("offices")["fields"]["names"].get(field, field))
    entries = _ministries().get(_key(name)) or _ministries().get(_key(spelled)) or []
    of_day = [e for e in entries if day is None or e.get("from", date.min) <= day <= e.get("until", date.max)]
    of_day.sort(key=lambda e: e.get("until", date.max), reverse=True)  # without a day the one in force
    same_name = [e for e in entries if _key(e["name"]) == _key(name)]
    for entry in (*(e for e in same_name if e in of_day), *of_day, *same_name, *entries):
        return Institution(entry["name"], f"ministry-{slug(entry['name'])}", True)
    return Institution(spelled, None, True)


def is_ministry(field: str) -> bool:
    """A ministry has this field, in full or in short: "Perindustrian", "Komdigi"."""
    data = gazetteer("offices")["fields"]
    return field in data["names"] or any(_key(f"{head} {field}") in _ministries() for head in data["heads"])


@cache
def national_bodies() -> frozenset[str]:
    """The full names of the bodies of gazetteers/agencies.toml."""
    return frozenset(row["name"] for row in gazetteer("agencies")["agency"])


def is_home(place: str) -> bool:
    """Indonesia itself, which is no part of the name of an office."""
    return place == lexicon("office_words")["places"]["home"]


@cache
def _regions() -> dict[str, str]:
    """Name -> "Provinsi ", "Kabupaten " or "Kota "; a name that several bear has that of the first."""
    levels = lexicon("office_words")["places"]["levels"]
    kinds: dict[str, str] = {}
    provinces = gazetteer("regions")["province"]
    for province in provinces:
        kinds.setdefault(province["name"].casefold(), f"{levels['province']} ")
    for province in provinces:
        for kind in ("kabupaten", "kota"):
            for name in province.get(kind, {}).values():
                kinds.setdefault(name.casefold(), f"{levels[kind]} ")
    return kinds


def level(place: str) -> str:
    """What kind of region it is: "Metro" -> "Kota ", with the blank; "" for a place that is no region."""
    return _regions().get(place.casefold(), "")
