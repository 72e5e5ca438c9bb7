"""All names of the gazetteers in one index: which entities a printed name can mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from nlp.data import gazetteer, lexicon, slug
from nlp.document import Entity
from nlp.names import NameIndex
from nlp.regions import Region, regions


@dataclass(frozen=True)
class Known:
    """One meaning of a name."""

    kind: str  # ministry, agency, organisation, outlet, country, place, or nothing: a longer name that is none of these
    entity: Entity
    since: date | None = None  # of a ministry: its first day under this name
    until: date | None = None  # and the last
    ambiguous: bool = False  # read only where the words around it say that it is meant
    regional: bool = False  # a region may follow and then belongs to the name
    short: bool = False  # an abbreviation, not the name in full
    region: Region | None = None


NOTHING = Known("nothing", Entity("", "", ""))


@cache
def index() -> NameIndex:
    """The index over all gazetteers. Its values are `Known`."""
    names = NameIndex()
    for name, known, loose in (*ministries(), *_agencies(), *_organisations(), *_countries(), *_places()):
        names.add(name, known, loose)
    return names


def entity(label: str, name: str, code: str | None = None, aliases: tuple[str, ...] = ()) -> Entity:
    """The entity of a name: ministry-kementerian-perindustrian."""
    return Entity(f"{label.lower()}-{slug(name)}", label, name, code, aliases)


Row = tuple[str, Known, bool]


def ministries() -> Iterator[Row]:
    """The names of the ministries with their meanings; the third value is always True."""
    data = gazetteer("ministries")
    head = data["heads"][0]
    for row in data["ministry"]:
        meant = entity("MINISTRY", row["name"], aliases=tuple(row["aliases"]))
        for name in _spelled_out([row["name"], *row["aliases"]], data["spelled_out"]):
            known = Known("ministry", meant, row.get("from"), row.get("until"), short=not name.startswith(head))
            if not known.short:
                for other in data["heads"]:
                    yield other.lower() + name.removeprefix(head), known, True
            else:
                yield name, known, True


def _spelled_out(names: list[str], long_forms: dict[str, list[str]]) -> set[str]:
    """ "Kementerian Hukum dan HAM" -> the same, and "Kementerian Hukum dan Hak Asasi Manusia"."""
    found = set(names)
    for short, forms in long_forms.items():
        for name in list(found):
            if " " in name and name.split()[-1] == short:
                found |= {name[: -len(short)] + form for form in forms}
    return found


def _agencies() -> Iterator[Row]:
    data = gazetteer("agencies")
    for row in data["agency"]:
        meant = entity("AGENCY", row["name"], aliases=tuple(row["aliases"]))
        for name in (row["name"], *row["aliases"]):
            ambiguous = name in data["ambiguous"]["names"]
            short = " " not in name
            yield name, Known("agency", meant, None, None, ambiguous, row.get("regional", False), short), True
    for name in data["no_bodies"]["names"]:
        yield name, NOTHING, False


def _organisations() -> Iterator[Row]:
    data = gazetteer("organisations")
    ambiguous = data["ambiguous"]["names"]
    for kind, rows in [("organisation", group["names"]) for group in data["group"]] + [
        ("outlet", data["outlets"]["names"])
    ]:
        for name, *aliases in rows:
            meant = entity("ORGANISATION", name, aliases=tuple(aliases))
            for printed in (name, *aliases):
                yield (
                    printed,
                    Known(kind, meant, ambiguous=printed in ambiguous, short=" " not in printed),
                    _joined(printed),
                )
    for name in data["no_organisations"]["names"]:
        yield name, NOTHING, False


def _joined(name: str) -> bool:
    return any(f" {joiner} " in name for joiner in lexicon("bodies")["joiners"])


def _countries() -> Iterator[Row]:
    data = gazetteer("countries")
    for code, cldr in Locale("id").territories.items():
        if len(code) != 2 or code in data["left_out"]["codes"]:
            continue
        name = data["names"].get(code, cldr)
        aliases = tuple(data["aliases"].get(code, ()))
        meant = Entity(f"country-{code}", "COUNTRY", name, code, aliases)
        for printed in {name, cldr, *aliases}:
            yield printed, Known("country", meant, ambiguous=printed in data["ambiguous"]["names"]), False
    for name in data["no_countries"]["names"]:
        yield name, NOTHING, False


def _places() -> Iterator[Row]:
    data = gazetteer("regions")
    ambiguous = {*data["ambiguous"]["names"], *data["islands"]["only_with_head"]}
    spellings = data["islands"]["spellings"]
    for region in regions():
        for name in (region.name, *region.aliases):
            # "Sumatra Utara" beside "Sumatera Utara", and the short forms of two words in one
            others = {spell + name.removeprefix(usual) for spell, usual in spellings.items() if name.startswith(usual)}
            for printed in {name, *others, *_in_one_word(name)}:
                yield printed, Known("place", region.entity, ambiguous=printed in ambiguous, region=region), False


def _in_one_word(name: str) -> set[str]:
    """ "Tanjung Pinang" -> "Tanjungpinang"; "Parepare" and "Pangkalpinang" -> "Pare Pare", "Pangkal Pinang"."""
    data = gazetteer("regions")["joined"]
    first, _, rest = name.partition(" ")
    if rest and " " not in rest and first in data["first_words"]:
        return {first + rest.lower()} - set(data["no_names"])
    heads = (head for head in data["first_words"] if name.startswith(head) and len(name) > len(head) + 2 and not rest)
    return {f"{head} {name[len(head) :].capitalize()}" for head in heads}
