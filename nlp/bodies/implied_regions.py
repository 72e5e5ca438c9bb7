"""Which region a body means that is printed without one, or without the kind of it: what else the text names."""

from collections.abc import Callable
from dataclasses import replace

from nlp.bodies.seats import Body, Place
from nlp.bodies.short_forms import key
from nlp.data import lexicon
from nlp.places.regions import only_regency, same_name
from nlp.text.names import Word

Reader = Callable[[int], Place | None]  # which region is named from a word on


def region_of_article(full: list[Body], text: list[Word], place: Reader) -> Place | None:
    """The one region that an article is about, by its government, its bodies or its name."""
    return _territory(full, text, place) or _only_region(full) or _only_said(text, place)


def in_line(body: Body, full: list[Body], text: list[Word]) -> Place | None:
    """The region of the last body before it in the same paragraph: "Diskop Kota Batu bersama Bapenda"."""
    before = [other for other in full if other.first < body.first and other.regional]
    if not before or any("\n" in word.gap for word in text[before[-1].first + 1 : body.first + 1]):
        return None
    return before[-1].place


def fits(body: Body, territory: Place) -> bool:
    """Whether a body can be of that region: "Pemkot" is of no regency."""
    governments = lexicon("bodies")["governments"]
    if body.name not in governments:
        return True
    kinds = dict(zip(("province", "city", "regency"), governments, strict=False))
    return body.name == kinds.get(territory[2].kind)


def _territory(full: list[Body], text: list[Word], place: Reader) -> Place | None:
    """The one region whose government or head of government the article names, if it is only one."""
    governments = set(lexicon("bodies")["governments"])
    found: dict[str, Place] = {}
    for body in full:
        if body.name in governments and body.place:
            said = body.place[1] or body.name.split()[-1]
            kind = said if said in lexicon("bodies")["governed"] else None
            found.setdefault(body.place[2].entity.id, (body.place[0], kind, body.place[2]))
    for at, word in enumerate(text[:-1]):
        if word.text in lexicon("places")["heads_of_region"] and (where := place(at + 1)):
            found.setdefault(where[2].entity.id, (where[0], where[1] or _kind_before(word), where[2]))
    others = {body.place[2].entity.id for body in full if body.place and body.regional}
    return next(iter(found.values())) if len(found) == 1 and others <= set(found) else None


def of_its_regency(body: Body, found: list[Body]) -> Body:
    """Of the regency that bears the name of its town in its own: "Disperindag Biak", "Pemkab Biak" of Biak Numfor."""
    governed = lexicon("bodies")["governments"].keys()
    if not body.place or not (body.regional or body.name in governed) or body.place[2].kind not in ("town", "island"):
        return body
    last, kind, region = body.place
    for other in found:
        same = not other.office and other.regional and key(other.name) == key(body.name)
        if same and other.place and other.place[2].name.startswith(f"{region.name} "):
            return replace(body, place=(last, other.place[1], other.place[2]))
    only = only_regency(region.name) if region.kind == "town" else None
    return replace(body, place=(last, kind, only)) if only else body


def _only_region(full: list[Body]) -> Place | None:
    """The one region of all the bodies that every region has: "Dinas Pertanian" beside "Diskop Kota Batu"."""
    found = {body.place[2].entity.id: body.place for body in full if body.place and body.regional}
    return next(iter(found.values())) if len(found) == 1 else None


def _only_said(text: list[Word], place: Reader) -> Place | None:
    """The one regency or city that the text calls so: "Disperindag setempat" in a text on the Kabupaten Tuban."""
    printed = (place(at) for at, word in enumerate(text) if word.text[0].isupper())
    found = {(p[1], p[2].entity.id): p for p in printed if p and p[1] in lexicon("bodies")["governed"]}
    return next(iter(found.values())) if len(found) == 1 else None


def kinds_said(found: list[Body], text: list[Word], place: Reader) -> dict[str, set[str]]:
    """Name of a region -> the kinds that the text gives it: "Wali Kota Malang" -> {"Malang": {"Kota"}}."""
    said: dict[str, set[str]] = {}
    for at, word in enumerate(text):
        where = place(at) if word.text[0].isupper() else None
        before = _kind_before(text[at - 1]) if at and word.gap == " " else None
        if where and (kind := where[1] or before):
            said.setdefault(where[2].name, set()).add(kind)
    for body in found:
        if body.place and body.name.split()[-1] in lexicon("bodies")["governed"]:
            said.setdefault(body.place[2].name, set()).add(body.name.split()[-1])
    return said


def only_province(text: list[Word], place: Reader) -> Place | None:
    """The one province that the text names: what "Pemprov" alone governs."""
    printed = (place(at) for at, word in enumerate(text) if word.text[0].isupper())
    found = {p[2].entity.id: p for p in printed if p and p[2].kind == "province"}
    return next(iter(found.values())) if len(found) == 1 else None


def _kind_before(word: Word) -> str | None:
    """The kind of region that an office or a government says: "Bupati" -> Kabupaten."""
    data = lexicon("places")
    kinds = (kind for kind in ("regency", "city") if word.text in data[f"{kind}_offices"])
    return next((data[f"{kind}_heads"][0] for kind in kinds), None)


def of_kind_said(body: Body, said: dict[str, set[str]]) -> Body:
    """Of a region whose name a city and a regency bear: with the kind that the text says, when it is only one."""
    if body.place is None or body.place[1] or not body.regional:
        return body
    name, kinds = body.place[2].name, said.get(body.place[2].name, set())
    both = len({region.kind for region in same_name().get(name, ())} & {"city", "regency"}) > 1
    last, _, region = body.place
    return replace(body, place=(last, next(iter(kinds)), region)) if both and len(kinds) == 1 else body
