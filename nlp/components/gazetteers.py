"""Marks the names that the gazetteers list: ministries, named bodies and organisations, countries and places."""

import re
from bisect import bisect_left
from collections.abc import Callable
from datetime import date
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from nlp.bodies.confirmed import BODIES, STATE, confirmed_once, is_named, kinds
from nlp.bodies.known import Known, entity, index, is_english
from nlp.bodies.ministries import meant, misprinted, shared_head
from nlp.data import gazetteer, lexicon
from nlp.document import Entity, add_mention, text_of
from nlp.numerals.dates import days
from nlp.places.context import Reading, kind_said, no_place, place_is_said, redefined
from nlp.places.country_context import no_country
from nlp.places.districts import districts
from nlp.places.islands import islands
from nlp.places.regions import Region, of_kind
from nlp.places.short_names import meant_as_regions, without_villages
from nlp.text.names import Match, Word, words
from nlp.text.phrases import phrase
from nlp.text.phrases import printed as printed_name

OWN_CODE = "ID"  # ISO 3166-1 of the country whose ministries the gazetteer lists


@Language.component("gazetteers")
def gazetteers(doc: Doc) -> Doc:
    """Adds MINISTRY, AGENCY, ORGANISATION, COUNTRY and PLACE mentions of known names."""
    reading = read(text_of(doc))
    _bodies(doc, reading)
    _countries(doc, reading)
    _places(doc, reading)
    return doc


def read(text: str) -> Reading:
    """The words of a text and the listed names among them, misprinted ministries included."""
    found = words(text)
    matches = list(index(is_english(found)).matches(found))
    taken = {at for match in matches for at in range(match.first, match.last + 1)}
    misprints = [match for at in range(len(found)) if at not in taken and (match := misprinted(found, at))]
    wrong = frozenset(match.first for match in misprints)
    return Reading(found, _apart([*matches, *misprints]), _capitals(text, found), wrong)


def _apart(matches: list[Match]) -> list[Match]:
    """Without those that overlap a longer one."""
    kept: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first)):
        own = range(match.first, match.last + 1)
        if taken.isdisjoint(own):
            kept.append(match)
            taken.update(own)
    return sorted(kept, key=lambda m: m.first)


def _capitals(text: str, found: list[Word]) -> frozenset[int]:
    lines: dict[int, list[int]] = {}
    breaks = [match.start() for match in re.finditer("\n", text)]
    for at, word in enumerate(found):
        lines.setdefault(bisect_left(breaks, word.start), []).append(at)
    return frozenset(
        at for line in lines.values() if all(found[i].text == found[i].text.upper() for i in line) for at in line
    )


def _bodies(doc: Doc, reading: Reading) -> None:
    others = redefined(reading)
    of_bodies = [m for m in reading.matches if kinds(m) & BODIES]
    named = {
        known.entity.id for match in of_bodies for known in match.values if not known.short and not known.ambiguous
    }
    named |= confirmed_once(reading, of_bodies, named)
    mean = partial(meant, day=_day(doc), named=named)
    for match in of_bodies:
        known = mean(k for k in match.values if k.kind in BODIES)
        if reading.printed(match) not in others and is_named(reading, match, known, named):
            _add_body(doc, reading, match, known, mean)
    _embassies(doc, reading)


def _day(doc: Doc) -> date | None:
    """The day by which a name of a ministry is meant: that of publication, else the latest that the text names."""
    return doc._.published or max((found.day for found in days(text_of(doc))), default=None)


def _add_body(doc: Doc, reading: Reading, match: Match, known: Known, mean: Callable[..., Known]) -> None:
    """Adds the body with what belongs to its name, and the ministries that share the head word of one."""
    text = reading.words
    sharing = list(shared_head(text, match, set(reading.countries))) if known.kind == "ministry" else []
    last = sharing[-1].last if sharing else match.last
    in_full = known.kind == "ministry" or (known.kind == "agency" and not known.short)
    if in_full and (land := _foreign(reading, last)):
        as_printed = sharing or text[match.first].text == gazetteer("ministries")["former_head"]
        own = printed_name(text, match.first, last) if as_printed else known.entity.name
        _add(
            doc,
            text[match.first],
            text[land.last],
            entity("AGENCY", f"{own} {land.values[0].entity.name}"),
            "foreign_body",
        )
        return
    for other in sharing:
        _add(doc, text[other.first], text[other.last], mean(other.values).entity, "shared_head")
    last = _with_republic(reading, match) if known.kind in STATE else match.last
    rule = "misprint" if match.first in reading.misprints else known.kind
    _add(doc, text[match.first], text[last], known.entity, rule)


def _embassies(doc: Doc, reading: Reading) -> None:
    """Those of other countries: "Kedutaan Besar Jepang"; ours is listed."""
    heads = lexicon("bodies")["embassies"]
    for land in reading.matches:
        if kinds(land) != {"country"} or land.values[0].entity.code == OWN_CODE:
            continue
        for head in heads:
            first = land.first - len(head.split())
            tight = first >= 0 and reading.words[land.first].gap == " "
            if tight and phrase(reading.words, first, head) == land.first - 1:
                embassy = entity("AGENCY", f"{heads[0]} {land.values[0].entity.name}")
                _add(doc, reading.words[first], reading.words[land.last], embassy, "embassy")


def _with_republic(reading: Reading, match: Match) -> int:
    """The last word of "Kementerian Perindustrian Republik Indonesia"."""
    for tail in lexicon("bodies")["republic"]:
        parts = words(tail)
        following = reading.words[match.last + 1 : match.last + 1 + len(parts)]
        if [w.text for w in following] == [p.text for p in parts] and following[0].gap in (" ", "-"):
            return match.last + len(parts)
    return match.last


def _foreign(reading: Reading, last: int) -> Match | None:
    """The country to which a body belongs that ends at a word: "Kementerian Perdagangan Jepang" is none of ours."""
    land = reading.countries.get(last + 1)
    tight = land is not None and reading.words[land.first].gap == " "
    return land if land is not None and tight and land.values[0].entity.code != OWN_CODE else None


def _countries(doc: Doc, reading: Reading) -> None:
    countries = [m for m in reading.matches if kinds(m) == {"country"}]
    sure = [m for m in countries if not m.values[0].ambiguous]
    for match in countries:
        known = match.values[0]
        if not no_country(reading, match, sure, known.ambiguous):
            _add(doc, reading.words[match.first], reading.words[match.last], known.entity, "country")


def _places(doc: Doc, reading: Reading) -> None:
    listed = [m for m in reading.matches if "place" in kinds(m) and not no_place(reading, m)]
    places = without_villages(reading, reading.matches, meant_as_regions(reading, listed))
    sure = [m for m in places if not _place(m).ambiguous or kind_said(reading, m)[0] or place_is_said(reading, m, [])]
    names, firsts = {_place(m).entity.id for m in sure}, {m.first for m in sure}
    found = list(districts(reading.words, reading.matches))
    own = {at for first, last, _ in found for at in range(first, last + 1)}
    found += [one for one in islands(reading.words, reading.matches, reading.titled) if one[1] not in own]
    in_districts = {at: last for first, last, _ in found for at in range(first, last + 1)}
    for match in places:
        if in_districts.get(match.first, -1) >= match.last:
            continue  # "Palu" of the district Palu Timur
        known = _place(match)
        if match.first not in firsts and known.entity.id not in names and not place_is_said(reading, match, sure):
            continue
        kind, heads = kind_said(reading, match)
        _add(doc, reading.words[match.first - heads], reading.words[match.last], _region(known, kind).entity, "place")
    for first, last, region in found:
        _add(doc, reading.words[first], reading.words[last], region.entity, region.kind)
    for match in reading.matches:
        if "agency" in kinds(match) and (inside := _at_end(reading, match)) is not None:
            _add(doc, reading.words[inside.first], reading.words[inside.last], _place(inside).entity, "place")


def _at_end(reading: Reading, match: Match) -> Match | None:
    """The region that ends the listed name of a body: Aceh of "DPR Aceh"."""
    for first in range(match.first + 1, match.last + 1):
        inside = index().longest(reading.words, first)
        if inside is not None and inside.last == match.last and kinds(inside) == {"place"}:
            return None if _place(inside).ambiguous else inside
    return None


def _place(match: Match) -> Known:
    """What a name means as a place; OKI is a regency and an organisation."""
    return next(known for known in match.values if known.kind == "place")


def _region(known: Known, kind: str | None) -> Region:
    assert known.region is not None  # every place of the index has one
    return of_kind(known.region.name, kind)


def _add(doc: Doc, first: Word, last: Word, entity: Entity, rule: str) -> None:
    add_mention(doc, first.start, last.end, entity, f"gazetteers.{rule}")
