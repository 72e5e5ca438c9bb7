"""Names of regions that mean something else in a text: words and brands ("Mitra"), villages ("Dusun Karanganyar")."""

from functools import cache

from nlp.data import gazetteer
from nlp.places.context import Reading, kind_said, listed
from nlp.text.names import Match


def meant_as_regions(reading: Reading, places: list[Match]) -> list[Match]:
    """The names without those short forms that nothing says to be a region: "produk Mitra Binaan"."""
    full = {one for match in places if reading.printed(match) not in _only_led() for one in _regions(match)}
    return [
        match
        for match in places
        if reading.printed(match) not in _only_led() or _regions(match) & full or _is_led(reading, match)
    ]


def without_villages(reading: Reading, matches: list[Match], places: list[Match]) -> list[Match]:
    """The names without those that the text gives to a village and to no region: "warga Karanganyar", of the hamlet."""
    villages = {one for match in matches if _is_village(reading, match) for one in _regions(match)}
    if not villages:
        return places
    regions = {
        one for match in places if _is_led(reading, match) or reading.opens_line(match) for one in _regions(match)
    }
    return [match for match in places if not _regions(match) & villages or _regions(match) & regions]


def _is_village(reading: Reading, match: Match) -> bool:
    before = reading.before(match)
    kinds = {known.region.kind for known in match.values if known.region}
    return before is not None and before.key in listed("village_heads") and kinds <= {"regency", "city"} and bool(kinds)


def _is_led(reading: Reading, match: Match) -> bool:
    """ "Kabupaten Mitra", "Bupati Mitra", "Polres Mitra"."""
    before = reading.before(match)
    return before is not None and (kind_said(reading, match)[0] is not None or before.key in listed("bodies_of_region"))


def _regions(match: Match) -> set[str]:
    return {known.entity.id for known in match.values if known.kind == "place"}


@cache
def _only_led() -> frozenset[str]:
    return frozenset(gazetteer("regions")["only_led"]["names"])
