"""The regions, cities and islands of gazetteers/regions.toml, and which of several of one name is meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.data import gazetteer, lexicon, slug
from nlp.document import Entity

# Of several regions of one name the bare name means the first kind: "Lampung" the province, "Malang" the city.
KINDS = ("province", "city", "regency", "island", "town", "abroad", "district")
FIRST_CITY = 71  # second half of the code of the first city of a province; regencies count from 1


@dataclass(frozen=True)
class Region:
    """One place, by its full name without the kind of region."""

    name: str
    kind: str  # one of KINDS
    code: str | None = None  # of Kemendagri: "35" a province, "35.25" a regency or city
    aliases: tuple[str, ...] = ()
    named_after: str | None = None  # the kind of the more important region that has the same name

    @property
    def entity(self) -> Entity:
        """ "Malang" the city is place-malang, the regency around it place-malang-regency."""
        key = f"place-{slug(self.name)}" + (f"-{self.kind}" if self.named_after else "")
        return Entity(key, "PLACE", self.name, self.code, self.aliases)


@cache
def regions() -> tuple[Region, ...]:
    """Every region, each once; several may have one name."""
    seen: dict[str, str] = {}
    out: list[Region] = []
    for region in sorted(_listed(), key=lambda r: KINDS.index(r.kind)):
        first = seen.setdefault(slug(region.name), region.kind)
        if first == region.kind and any(r.name == region.name for r in out):
            continue
        if first != region.kind and region.kind not in ("regency", "city"):
            continue  # an island or a town that is a region as well
        named_after = first if first != region.kind else None
        out.append(Region(region.name, region.kind, region.code, region.aliases, named_after))
    return tuple(out)


def _listed() -> Iterator[Region]:
    data = gazetteer("regions")
    short = data["short_forms"]
    for province in data["province"]:
        yield Region(province["name"], "province", province["code"], tuple(province["aliases"]))
        for key, kind in (("kabupaten", "regency"), ("kota", "city")):
            for code, name in province.get(key, {}).items():
                full = f"{province['code']}.{code}"
                yield Region(name, kind, full, tuple(short.get(full, ())))
    for name, code in data["also_called"]["codes"].items():
        yield Region(name, _kind_of(code), code)
    for name in data["islands"]["names"]:
        others = tuple(k for k, v in data["islands"]["spellings"].items() if v == name)
        yield Region(name, "island", aliases=others)
    for name in data["towns"]["names"]:
        yield Region(name, "town")
    spelled = data["abroad_spellings"]["names"]
    for code, names in data["abroad"].items():
        if code != "source":
            for name in names:
                yield Region(name, "abroad", aliases=tuple(k for k, v in spelled.items() if v == name))


def _kind_of(code: str) -> str:
    """ "35" -> province, "35.25" -> regency, "35.73" -> city."""
    _, _, part = code.partition(".")
    return "province" if not part else "city" if int(part) >= FIRST_CITY else "regency"


@cache
def same_name() -> dict[str, tuple[Region, ...]]:
    """Name -> the regions that bear it, the most important first."""
    table: dict[str, list[Region]] = {}
    for region in regions():
        table.setdefault(region.name, []).append(region)
    return {name: tuple(found) for name, found in table.items()}


def of_kind(name: str, kind: str | None) -> Region:
    """The region of this full name and kind, or the most important of that name: ("Malang", "regency")."""
    found = same_name()[name]
    return next((region for region in found if region.kind == kind), found[0])


@cache
def only_regency(town: str) -> Region | None:
    """The one regency whose name begins with that of a town: "Biak" -> Biak Numfor."""
    found = [region for region in regions() if region.kind == "regency" and region.name.startswith(f"{town} ")]
    return found[0] if len(found) == 1 else None


def titled(name: str) -> str:
    """The name with its kind where only one can be meant, as a regional body prints it.

    "Gresik" -> "Kabupaten Gresik", "Jawa Timur" -> "Jawa Timur", "Malang" (both a city and a regency) -> "Malang"
    """
    found = [region for region in same_name().get(name, ()) if region.kind in ("province", "regency", "city")]
    heads = gazetteer("regions")["titles"]
    return f"{heads[found[0].kind]} {name}" if len(found) == 1 and found[0].kind in heads else name


def official_name(name: str) -> str:
    """Of a city that the press calls otherwise: "Solo" -> "Surakarta"; any other name as it stands."""
    city = next((region for region in same_name().get(name, ()) if region.kind == "city"), None)
    return official(city).name if city else name


def official(region: Region) -> Region:
    """The region under its official name: "Solo" is Surakarta, "Jakarta" DKI Jakarta."""
    if region.name not in gazetteer("regions")["also_called"]["codes"]:
        return region
    return next(other for other in regions() if other.code == region.code and other.name != region.name)


def of_level(code: str | None, level: str) -> bool:
    """Whether a code is that of a province, a regency or a city: ("36.02", "Kabupaten") but not ("36", "Kabupaten")."""
    heads = gazetteer("regions")["titles"]
    if not code or not code.replace(".", "").isdigit():
        return False
    return level == heads.get(_kind_of(code), lexicon("places")["province_heads"][0])
