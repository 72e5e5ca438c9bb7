"""The persons of one article: what they are called there and which offices the article gives them."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from spacy.tokens import Doc

from nlp.data import gazetteer, lexicon, slug
from nlp.document import Entity
from nlp.people.name_words import known_persons
from nlp.people.offices import Office
from nlp.people.same_persons import alike, same_person
from nlp.text.words import Words

TYPING_ERROR = 92  # of 100: "Dradjat Irawan" and "Drajat Irawan" are one, "Budi Santoso" and "Budi Susanto" are two

LONG = 7  # letters of a name that may be meant by one with one letter less or more
SURE = 9  # letters of the only name of a person, of which one may be printed wrong
CLIPPED = 4  # letters of the beginning of a name that may stand for it: "Risma"
INITIALS = 3  # letters of an acronym that must be the initials of the words; the rest varies with the years
ALIKE = 0.5  # shared words of two fields of work that are one; short ones are compared by initials


@dataclass
class Holding:
    """One office, as the article gives it to a person at one place."""

    office: Office
    start: int  # characters of the name beside it, half open
    end: int
    rule: str | None = None  # what brought the two together


@dataclass
class Person:
    """One person of the article."""

    name: str  # the fullest form printed, without honorifics and degrees
    first: int  # character where first named
    names: set[str] = field(default_factory=set)  # all forms printed beside a title or cue
    nicknames: set[str] = field(default_factory=set)
    holdings: list[Holding] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)  # short forms found in the text

    @property
    def entity(self) -> Entity:
        """PERSON, with the slug of the full name; one whom the press names in short has that of his full name."""
        full = known_persons().get(self.name.casefold(), self.name)
        full = self.name if same_person(full, self.name) and len(self.name) > len(full) else full
        aliases = tuple(
            sorted({form for form in self.names | self.forms | self.nicknames | {self.name} if form != full})
        )
        return Entity(f"person-{slug(full)}", "PERSON", full, aliases=aliases)

    def means(self, name: str) -> bool:
        """`name` may be this person, in full or in short."""
        known = known_persons()
        one, other = known.get(name.casefold()), known.get(self.name.casefold())
        if one and (one == other or same_person(one, self.name)):
            return True
        return same_person(name, self.name) or name in self.nicknames or self._misspelt(name) or self._slip(name)

    def _slip(self, name: str) -> bool:
        """One word with one wrong letter, of a longer name: "Teddy" for "Tedy Rusmawan"."""
        if len(name) >= SURE and " " not in f"{name}{self.name}":  # "Chusainudin" for "Chusainuddin"
            return name[0] == self.name[0] and Levenshtein.distance(name, self.name, score_cutoff=1) == 1
        long = " " not in name and len(name) >= CLIPPED and " " in self.name
        first, *others = self.name.split()
        words = [first, *(word for word in others if len(word) >= LONG)]  # "Pupayoga" for "Puspayoga"
        return long and any(
            Levenshtein.distance(name.casefold(), word.casefold(), score_cutoff=1) == 1 and name[0] == word[0]
            for word in words
        )

    def _misspelt(self, name: str) -> bool:
        several = len(name.split()) == len(self.name.split()) > 1
        return several and fuzz.ratio(name.casefold(), self.name.casefold()) >= TYPING_ERROR

    def holds(self, office: Office | None) -> bool:
        """The article has given this office to this person."""
        return office is not None and any(same_office(h.office, office) for h in self.holdings)

    def clipped(self, name: str) -> bool:
        """`name` is the beginning of one of this person's: "Risma" of "Tri Rismaharini"."""
        words = self.name.split()
        likely = words if len(name) > CLIPPED else words[1:] or words  # "Enggar", but hardly "Abdu"
        long = len(name) >= CLIPPED and " " not in name
        return long and any(w.casefold().startswith(name.casefold()) for w in likely)

    def called(self, name: str) -> None:
        """Notes a form of the name; the fullest one becomes the name."""
        self.names.add(name)
        if name in known_persons().values() and self._misspelt(name):
            self.name = name  # "Kartasmita" was a slip
        if len(name.split()) > len(self.name.split()) or (
            self.name.isupper() and not name.isupper() and same_person(name, self.name)
        ):
            self.name = name


@dataclass
class Cast:
    """What the component `people` has found: the persons, and all offices that stand in the text."""

    words: Words
    persons: list[Person] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    named: dict[int, tuple[int, Person]] = field(
        default_factory=dict
    )  # first word -> end, person: beside a title or cue
    rules: dict[int, str] = field(default_factory=dict)  # first word of these -> what shows that it is a person

    def person(self, name: str, at: int, office: Office | None = None) -> Person:
        """The person so called, of several the holder of `office`, else the one named last before character `at`.

        A new one when nobody is called so.
        """
        fits = (
            [p for p in self.persons if p.means(name) and not _relative(p, name, office)]
            or [p for p in self.persons if p.clipped(name)]
            or [p for p in self.persons if _of_region(office) and p.holds(office) and alike(p.name, name)]
        )
        if fits:
            found = max(fits, key=lambda p: (p.holds(office), p.first <= at, p.first if p.first <= at else -p.first))
        else:
            found = Person(name, at)
            self.persons.append(found)
        found.called(name)
        found.first = min(found.first, at)
        return found

    def find(self, name: str) -> Person | None:
        """The person so called, None when there is none."""
        return next((p for p in self.persons if p.means(name) or p.clipped(name)), None)


def _of_region(office: Office | None) -> bool:
    """An office that one person has at a time: "Bupati"."""
    return office is not None and office.head.takes == "territory"


def _relative(person: Person, name: str, office: Office | None) -> bool:
    """Somebody with a role of her own who is called after an official: "Ketua Dekranasda Selviana Harnojoyo"."""
    role = office is not None and not office.public
    last = name.split()[-1] == person.name != name
    return role and last and any(holding.office.public for holding in person.holdings)


Doc.set_extension("cast", default=None, force=True)  # Cast | None: set by the component `people`


@cache
def _empty() -> Words:
    return Words("")


def cast_of(doc: Doc) -> Cast:
    """The persons of the article, an empty cast when the component `people` has not run."""
    return doc._.cast or Cast(_empty())


def holder(office: Office, cast: Cast) -> Person | None:
    """The person who holds an office that stands alone, the one so titled last before it, else the next."""
    at = cast.words[office.start].start
    fits = [
        (h.start <= at, h.start if h.start <= at else -h.start, n)
        for n, p in enumerate(cast.persons)
        for h in p.holdings
        if same_office(h.office, office)
    ]
    return cast.persons[max(fits)[2]] if fits else None


def same_office(one: Office, other: Office) -> bool:
    """Two printings of one office: "Dirjen IKM" and "Direktur Jenderal Industri Kecil dan Menengah"."""
    if one.former != other.former or (one.place and other.place and one.place != other.place):
        return False
    ministers = ("ministry", "full")
    if one.head.takes in ministers and other.head.takes in ministers:
        alike = one.institution is not None and other.institution is not None and _one_body(one, other)
        same_rank = _rank_word(one) == _rank_word(other)  # "Menteri" and "Wakil"
        return same_rank and (one.bare or other.bare or alike)
    if (one.rank != other.rank and one.text != other.text) or not _one_body(one, other):
        return False
    return one.bare or other.bare or fields_alike(_field(one), _field(other))


def _rank_word(office: Office) -> str:
    return office.head.name.split()[0]


def _one_body(one: Office, other: Office) -> bool:
    """Both belong to one institution, as far as that is said."""
    if one.institution is None or other.institution is None:
        return True
    a, b = _without_level(one.institution.name), _without_level(other.institution.name)
    return a in b or b in a


@lru_cache(maxsize=2_000)
def _without_level(body: str) -> str:
    """ "Dinas Pendidikan Provinsi Jawa Barat" -> "Dinas Pendidikan Jawa Barat": the press prints it at will."""
    return body.replace(f" {lexicon('office_words')['places']['levels']['province']} ", " ")


def _field(office: Office) -> str:
    return re.sub(r"[,/]", " ", office.text.casefold().replace(office.head.name.casefold(), ""))


def fields_alike(one: str, other: str) -> bool:
    """The same field of work, written out or by its initials: "ikm" and "industri kecil dan menengah"."""
    data = lexicon("office_words")
    left = (*data["words"]["inside"], *data["units"]["inner"], *gazetteer("offices")["status"]["words"])
    left_out = {w.casefold() for w in left}
    a, b = ([w for w in x.split() if w not in left_out] for x in (one, other))
    shared, all_words = set(a) & set(b), set(a) | set(b)
    if not a or not b or len(shared) >= ALIKE * len(all_words):
        return True
    return _initials_of(a, b) or _initials_of(b, a)


def _initials_of(short: list[str], full: list[str]) -> bool:
    """ "ikma" of "industri kecil menengah aneka": the first three letters decide."""
    return len(short) == 1 and short[0].startswith("".join(w[0] for w in full)[:INITIALS])
