"""Districts: behind their head word, in a list of them, or by name where their own regency stands behind it."""

from collections.abc import Iterator
from functools import cache

from nlp.data import lexicon
from nlp.places.district_lists import LONGEST, behind, closes, counted, enumerated, lists, region_heads
from nlp.places.district_names import directed, joined, key, listed
from nlp.places.regions import Region
from nlp.text.names import Match, Word
from nlp.text.phrases import headlines

Found = tuple[int, int, Region]  # first and last word, the district


def districts(found: list[Word], matches: list[Match]) -> Iterator[Found]:
    """ "Kecamatan Tanggulangin", "Kec. A, B, dan C", "Gadingrejo, Pringsewu"; `matches` are the names that are read."""
    taken = {at for match in matches for at in range(match.first, match.last + 1)}
    starts = {match.first: match for match in matches}
    own = _of_named(matches)
    heads, titled = lexicon("places")["district_heads"], headlines(found)
    done = -1
    for at, word in enumerate(found):
        if at <= done or not word.text[0].isalpha():
            continue
        if word.text.capitalize() in heads and (word.text[0].islower() or at not in titled):
            for first, last in behind(found, at, taken):
                done = last
                if _is_town(found, starts, first, last):
                    continue  # is read as a town of this name
                yield (at if first == at + 1 and word.text[0].isupper() else first), last, _region(found, first, last)
        elif word.key in lexicon("places")["district_offices"] and (end := _led(found, at + 1)) is not None:
            done = end
            yield at + 1, end, _region(found, at + 1, end)
        elif counted(found, at):
            for first, last in enumerated(found, at + 1, taken):
                done = last
                yield first, last, _region(found, first, last)
        elif at not in titled and (end := _alone(found, at, taken, starts, own)) is not None:
            for first, last in ((at, end), *_listed_behind(found, end, taken, own)):
                done = last
                yield first, last, _region(found, first, last)


def _is_town(found: list[Word], starts: dict[int, Match], first: int, last: int) -> bool:
    """Whether the words are a place of the lists under this very name: not "Kecamatan Kota Baru", with Kotabaru."""
    match = starts.get(first)
    if match is None or match.last != last:
        return False
    name = " ".join(word.key for word in found[first : last + 1])
    return any(known.region and known.region.name.casefold() == name for known in match.values)


def _listed_behind(found: list[Word], last: int, taken: set[int], own: frozenset[str]) -> Iterator[tuple[int, int]]:
    """More districts of those regencies in a list: ", Glenmore, dan Kalibaru" behind "di Genteng"."""
    while last + 1 < len(found) and lists(found[last + 1].gap):
        first = last + 1
        closes_list = closes(found[first].gap)
        end = _ends_in(found, first, taken, own)
        if end is None:
            return
        yield first, end
        if closes_list:
            return
        last = end


def _of_named(matches: list[Match]) -> frozenset[str]:
    """The codes of the regencies and cities that the text names."""
    return frozenset(
        known.region.code for match in matches for known in match.values if known.region and known.region.code
    )


def _in_named(found: list[Word], at: int, taken: set[int], own: frozenset[str]) -> int | None:
    """The last word of a listed district of a regency that the text names elsewhere: "di Pomalaa", with Kolaka."""
    cues = (*lexicon("places")["from_country"], *lexicon("places")["district_cues"])
    if found[at].gap != " " or found[at - 1].text not in cues:
        return None
    return _ends_in(found, at, taken, own)


def _ends_in(found: list[Word], at: int, taken: set[int], own: frozenset[str]) -> int | None:
    """The last word of a listed district of these regencies that begins at `at`, and no longer name."""
    for last in range(min(at + LONGEST, len(found)) - 1, at - 1, -1):
        goes_on = last + 1 < len(found) and found[last + 1].gap == " " and found[last + 1].text[0].isupper()
        capital = found[at].text[0].isupper() and joined(found, at, last)
        free = capital and not goes_on and taken.isdisjoint(range(at, last + 1))
        if free and listed().get(key(found, at, last), frozenset()) & own:
            return last
    return None


def _region(found: list[Word], first: int, last: int) -> Region:
    """The district as it is printed, with the hyphen of "Wangi-Wangi" and none of a broken line's blanks."""
    rest = "".join(f"{'-' if w.gap == '-' else ' '}{w.text}" for w in found[first + 1 : last + 1])
    return Region(found[first].text + rest, "district")


def _alone(found: list[Word], at: int, taken: set[int], starts: dict[int, Match], own: frozenset[str]) -> int | None:
    """The last word of a district without its head word: "Gadingrejo, Pringsewu", "di Lintau Buo"."""
    if not found[at].text[0].isupper():
        return None
    if (directed := _in_region(found, at, starts)) is not None:
        return directed
    if at in taken and at not in starts:
        return None
    last = _of_regency(found, at, taken, starts)
    if last is None:
        last = _behind_in(found, at, taken)
    return _in_named(found, at, taken, own) or _paired(found, at, taken, own) if last is None else last


def _paired(found: list[Word], at: int, taken: set[int], own: frozenset[str]) -> int | None:
    """The last word of one of two districts of those regencies in a list: "di Meat, Sigumpar, Silaen", with Toba."""
    listed_so = at > 0 and (found[at].gap == " " or lists(found[at].gap))
    last = _ends_in(found, at, taken, own) if listed_so else None
    if last is None or last + 1 >= len(found) or not lists(found[last + 1].gap):
        return None
    return last if _ends_in(found, last + 1, taken, own) is not None else None


def _led(found: list[Word], first: int) -> int | None:
    """The last word of a listed district behind who leads it: "Camat Mertoyudan", no "Camat Budi Santoso"."""
    for last in range(min(first + LONGEST, len(found)) - 1, first - 1, -1):
        name = found[first].gap == " " and found[first].text[0].isupper() and joined(found, first, last)
        if name and key(found, first, last) in listed():
            return last
    return None


def _in_region(found: list[Word], at: int, starts: dict[int, Match]) -> int | None:
    """The last word of a listed district that is called after its city: "Palu Timur", no "Jawa Timur"."""
    region, last = starts.get(at), at + 1
    if region is None or region.last != at or not directed(found, last):
        return None
    codes = listed().get(key(found, at, last), frozenset())
    return last if any(known.region and known.region.code in codes for known in region.values) else None


def _behind_in(found: list[Word], at: int, taken: set[int]) -> int | None:
    """A listed name of several words behind "di" or "dari", and no longer name."""
    if found[at].gap != " " or found[at - 1].text not in lexicon("places")["from_country"]:
        return None
    for last in range(min(at + LONGEST, len(found)) - 1, at, -1):
        goes_on = last + 1 < len(found) and found[last + 1].gap == " " and found[last + 1].text[0].isupper()
        free = not goes_on and taken.isdisjoint(range(at, last + 1))
        if free and joined(found, at, last) and key(found, at, last) in listed():
            return last
    return None


def _of_regency(found: list[Word], at: int, taken: set[int], starts: dict[int, Match]) -> int | None:
    """The last word of a listed district that begins at `at` and whose own regency or city stands behind a comma."""
    venue = found[at].gap == " " and found[at - 1].key in _no_district()
    if not found[at].text[0].isupper() or venue:
        return None
    for last in range(min(at + LONGEST, len(found) - 1) - 1, at - 1, -1):
        shorter = starts[at].last < last if at in starts else False  # "Grogol" of "Grogol Petamburan"
        free = taken.isdisjoint(range(starts[at].last + 1 if shorter else at, last + 1))
        codes = listed().get(key(found, at, last)) if free and joined(found, at, last) else None
        after = last + 1
        said = (
            found[at].gap == " " and found[at - 1].key in lexicon("places")["confirm_before"]
        )  # "di Trawas Mojokerto"
        if not codes or not (found[after].gap == ", " or (said and found[after].gap == " ")):
            continue
        after += found[after].text in region_heads() and after not in starts
        region = starts.get(after)
        if region and any(known.region and known.region.code in codes for known in region.values):
            return last
    return None


@cache
def _no_district() -> frozenset[str]:
    """Words before a name that make it a village, a street or a venue."""
    return frozenset(word.casefold() for word in lexicon("places")["never_before"])
