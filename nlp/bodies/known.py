"""All names of the gazetteers in one index: which entities a printed name can mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from nlp.data import gazetteer, lexicon, slug
from nlp.document import Entity
from nlp.places.regions import Region, regions
from nlp.text.names import NameIndex, Word


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
    own: bool = False  # of a ministry: its official name, which others may be called by as well


NOTHING = Known("nothing", Entity("", "", ""))


@cache
def index(english: bool = False) -> NameIndex:
    """The index over all gazetteers, with what the English editions say on demand. Its values are `Known`."""
    names = NameIndex()
    rows = [*ministries(), *agencies(), *_organisations(), *_countries(), *_places()]
    for name, known, loose in (*rows, *english_names(rows)) if english else rows:
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
        for name in _with_small_words(_spelled_out([row["name"], *row["aliases"]], data["spelled_out"])):
            short, own = not name.startswith(head), slug(name) == slug(row["name"])
            known = Known("ministry", meant, row.get("from"), row.get("until"), short=short, own=own)
            if not known.short:
                for other in data["heads"]:
                    yield other.lower() + name.removeprefix(head), known, True
                    yield (other + name.removeprefix(head)).lower(), known, True
            else:
                yield name, known, True
                if " " not in name and name.startswith(data["short_heads"][0]):
                    yield name.lower(), known, True  # "kemendag" in the smaller papers


def _with_small_words(names: set[str]) -> set[str]:
    """Also "Kemenko bidang Perekonomian", and "Kementerian Kemaritiman dan Investasi" without "Koordinator Bidang"."""
    data = gazetteer("ministries")
    small = {name.replace(f" {unit} ", f" {unit.lower()} ") for name in names for unit in data["units"]}
    return names | small | {name.replace(f" {data['coordinating']} ", " ") for name in names}


def _spelled_out(names: list[str], long_forms: dict[str, list[str]]) -> set[str]:
    """ "Kementerian Hukum dan HAM" -> the same, and "Kementerian Hukum dan Hak Asasi Manusia"."""
    found = set(names)
    for short, forms in long_forms.items():
        for name in list(found):
            if " " in name and name.split()[-1] == short:
                found |= {name[: -len(short)] + form for form in forms}
    return found


def agencies() -> Iterator[Row]:
    """The names of the bodies with a name of their own and their meanings; the third value is always True."""
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
            yield printed, Known("country", meant, ambiguous=printed in data["ambiguous"]["names"]), _joined(printed)
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
            for printed in {name, *others, *_in_one_word(name), *_with_small_direction(name)}:
                known = Known("place", region.entity, ambiguous=printed in ambiguous, region=region)
                yield printed, known, _joined(printed)  # "Pangkajene dan Kepulauan"
    for name in data["no_places"]["names"]:
        yield name, NOTHING, False


def _with_small_direction(name: str) -> set[str]:
    """ "Lombok Barat" -> "Lombok barat"; not "Aceh tengah", which may go on with a verb."""
    first, _, last = name.rpartition(" ")
    return {f"{first} {last.lower()}"} if first and last in lexicon("places")["directions"] else set()


def _in_one_word(name: str) -> set[str]:
    """ "Tanjung Pinang" -> "Tanjungpinang"; "Parepare" and "Pangkalpinang" -> "Pare Pare", "Pangkal Pinang"."""
    data = gazetteer("regions")["joined"]
    first, _, rest = name.partition(" ")
    if rest and " " not in rest and first in data["first_words"]:
        return {first + rest.lower()} - set(data["no_names"])
    heads = (head for head in data["first_words"] if name.startswith(head) and len(name) > len(head) + 2 and not rest)
    return {f"{head} {name[len(head) :].capitalize()}" for head in heads}


def english_names(rows: Iterable[Row]) -> Iterator[Row]:
    """What the English editions call ministries, agencies, countries and places: "Industry Ministry", "East Java"."""
    meant: dict[str, list[Known]] = {}
    for name, known, _ in rows:
        meant.setdefault(slug(name), []).append(known)
    for printed, name in english_bodies():
        yield from ((printed, known, True) for known in meant.get(slug(name), ()))
    yield from _english_countries()
    for printed, name in lexicon("english")["places"].items():
        yield from ((printed, known, False) for known in meant.get(slug(name), ()) if known.kind == "place")


def english_bodies() -> Iterator[tuple[str, str]]:
    """English name -> name in full: "Trade Ministry" -> Kementerian Perdagangan."""
    data, head = lexicon("english"), gazetteer("ministries")["heads"][0]
    for field, own in gazetteer("offices")["english"]["fields"].items():
        for form in data["ministry_forms"]:
            name = form.format(field=field)
            yield name.lower() if name[0].islower() else name, f"{head} {own}"  # "the ministry of trade"
    yield from data["ministries"].items()
    yield from data["agencies"].items()


def _english_countries() -> Iterator[Row]:
    data, own = gazetteer("countries"), {known.entity.code: known.entity for _, known, _ in _countries()}
    names = {code: {name} for code, name in Locale("en").territories.items() if code in own}
    for code, others in lexicon("english")["countries"].items():
        names[code] |= set(others)
    for code, printed in names.items():
        for name in printed:
            yield name, Known("country", own[code], ambiguous=name in data["ambiguous"]["names"]), False


def is_english(found: list[Word]) -> bool:
    """Whether these words are those of an English text."""
    small = sum(word.key in lexicon("english")["small_words"] for word in found)
    return small > lexicon("english")["share"] * len(found)
