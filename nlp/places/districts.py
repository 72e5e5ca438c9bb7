"""Districts: behind their head word, in a list of them, or by name where their own regency stands behind it."""

from collections.abc import Iterator
from functools import cache

from nlp.data import gazetteer, lexicon
from nlp.places.regions import Region
from nlp.text.names import Match, Word
from nlp.text.phrases import headlines

LONGEST = 3  # words of a name in the list: "Lamposi Tigo Nagori"
UNLISTED = 2  # words of one that no list holds: a third is more likely the name of a person
Found = tuple[int, int, Region]  # first and last word, the district


def districts(found: list[Word], matches: list[Match]) -> Iterator[Found]:
    """ "Kecamatan Tanggulangin", "Kec. A, B, dan C", "Gadingrejo, Pringsewu"; `matches` are the names that are read."""
    taken = {at for match in matches for at in range(match.first, match.last + 1)}
    starts = {match.first: match for match in matches}
    heads, titled = lexicon("places")["district_heads"], headlines(found)
    done = -1
    for at, word in enumerate(found):
        if at <= done or not word.text[0].isalpha():
            continue
        if word.text.capitalize() in heads and (word.text[0].islower() or at not in titled):
            for first, last in _behind(found, at, taken):
                done = last
                if taken.issuperset(range(first, last + 1)):
                    continue  # is read as a town of this name
                yield (at if first == at + 1 and word.text[0].isupper() else first), last, _region(found, first, last)
        elif at not in taken and at not in titled and (end := _alone(found, at, taken, starts)) is not None:
            done = end
            yield at, end, _region(found, at, end)


def _region(found: list[Word], first: int, last: int) -> Region:
    return Region(" ".join(w.text for w in found[first : last + 1]), "district")


def _behind(found: list[Word], at: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The districts behind the head word at `at`: one, or all of a list that "dan" closes."""
    last = _end(found, at + 1, taken, (" ", ". "))
    if last is None:
        return
    listed = [(at + 1, last)]
    while last is not None and last + 1 < len(found) and _lists(found[last + 1].gap):
        first, gap = last + 1, found[last + 1].gap
        last = _end(found, first, taken, (gap,))
        if last is not None:
            listed.append((first, last))
        if _closes(gap):
            break
    closed = len(listed) > 1 and _closes(found[listed[-1][0]].gap)
    yield from listed if closed else listed[:1]


def _lists(gap: str) -> bool:
    return gap == ", " or _closes(gap)


def _closes(gap: str) -> bool:
    return gap.strip(" ,").casefold() in lexicon("bodies")["joiners"]


def _end(found: list[Word], first: int, taken: set[int], gaps: tuple[str, ...]) -> int | None:
    """The last word of the district that begins at `first`: one of the list, else one or two capitalised words."""
    if first >= len(found) or found[first].gap not in gaps or not found[first].text[0].isupper():
        return None
    for last in range(min(first + LONGEST, len(found)) - 1, first - 1, -1):
        if _joined(found, first, last) and _key(found, first, last) in _listed():
            return last + _directed(found, last + 1)
    last = first
    while (
        last + 1 < len(found)
        and last - first + 1 < UNLISTED
        and last + 1 not in taken
        and _joined(found, last, last + 1)
    ):
        last += 1
    kind = (
        found[first].key in lexicon("places")["village_heads"] or found[first].text in _heads()
    )  # "Kabupaten Bantul", "Desa Pejagatan"
    return None if kind else last


def _directed(found: list[Word], at: int) -> bool:
    """ "Kota", "Barat" behind the name of a district belongs to it."""
    return at < len(found) and found[at].gap == " " and found[at].text in lexicon("bodies")["fixed"]["parts"]


def _alone(found: list[Word], at: int, taken: set[int], starts: dict[int, Match]) -> int | None:
    """The last word of a district without its head word: "Gadingrejo, Pringsewu", "di Lintau Buo"."""
    if not found[at].text[0].isupper():
        return None
    last = _of_regency(found, at, taken, starts)
    return _behind_in(found, at, taken) if last is None else last


def _behind_in(found: list[Word], at: int, taken: set[int]) -> int | None:
    """A listed name of several words behind "di" or "dari", and no longer name."""
    if found[at].gap != " " or found[at - 1].text not in lexicon("places")["from_country"]:
        return None
    for last in range(min(at + LONGEST, len(found)) - 1, at, -1):
        goes_on = last + 1 < len(found) and found[last + 1].gap == " " and found[last + 1].text[0].isupper()
        free = not goes_on and taken.isdisjoint(range(at, last + 1))
        if free and _joined(found, at, last) and _key(found, at, last) in _listed():
            return last
    return None


def _of_regency(found: list[Word], at: int, taken: set[int], starts: dict[int, Match]) -> int | None:
    """The last word of a listed district that begins at `at` and whose own regency or city stands behind a comma."""
    if not found[at].text[0].isupper() or (found[at].gap == " " and found[at - 1].key in _no_district()):
        return None
    for last in range(min(at + LONGEST, len(found) - 1) - 1, at - 1, -1):
        codes = (
            _listed().get(_key(found, at, last))
            if _joined(found, at, last) and not taken & {*range(at, last + 1)}
            else None
        )
        behind = last + 1
        if not codes or found[behind].gap != ", ":
            continue
        behind += found[behind].text in _heads() and behind not in starts
        region = starts.get(behind)
        if region and any(known.region and known.region.code in codes for known in region.values):
            return last
    return None


def _joined(found: list[Word], first: int, last: int) -> bool:
    return all(word.gap == " " and word.text[0].isupper() for word in found[first + 1 : last + 1])


def _key(found: list[Word], first: int, last: int) -> str:
    return "".join(word.key for word in found[first : last + 1])  # "Gadingrejo" is printed for Gading Rejo


@cache
def _listed() -> dict[str, frozenset[str]]:
    """Name in lower case without blanks -> the codes of the regencies and cities that have a district of this name."""
    table: dict[str, set[str]] = {}
    for code, names in gazetteer("districts")["districts"].items():
        for name in names:
            table.setdefault(name.casefold().replace(" ", ""), set()).add(code)
    return {name: frozenset(codes) for name, codes in table.items()}


@cache
def _heads() -> frozenset[str]:
    """What stands before the name of a regency or a city."""
    return frozenset((*lexicon("places")["regency_heads"], *lexicon("places")["city_heads"]))


@cache
def _no_district() -> frozenset[str]:
    """Words before a name that make it a village, a street or a venue."""
    return frozenset(word.casefold() for word in lexicon("places")["never_before"])
