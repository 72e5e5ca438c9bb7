"""Districts behind their head word and in lists: "Kec. A, B, dan C", "lima kecamatan, yakni A, B dan C"."""

from collections.abc import Iterator
from functools import cache

from nlp.data import lexicon
from nlp.places.district_names import directed, joined, key, listed
from nlp.text.names import Word

CLAUSE = 12  # words between "kecamatan" and the names that are counted
LONGEST = 3  # words of a name in the list: "Lamposi Tigo Nagori"
ABBREVIATION = 4  # capitals
UNLISTED = 2  # words of one that no list holds: a third is more likely the name of a person


def behind(found: list[Word], at: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The districts behind the head word at `at`: one, or all of a list that "dan" closes."""
    if at + 2 < len(found) and found[at + 1].gap == ", " and found[at + 1].key in lexicon("places")["namely"]:
        at += 1  # "dua kecamatan, yakni Bulu dan Gunem"
    last = _end(found, at + 1, taken, (" ", ". ", ".") if _abbreviated(found[at]) else (" ",))
    if last is None:
        return
    listed = [(at + 1, last)]
    while last is not None and last + 1 < len(found) and lists(found[last + 1].gap):
        first, gap = last + 1, found[last + 1].gap
        last = _end(found, first, taken, (gap,))
        if last is not None:
            listed.append((first, last))
        if closes(gap):
            break
    closed = len(listed) > 1 and closes(found[listed[-1][0]].gap)
    yield from listed if closed else listed[:1]


def _abbreviated(head: Word) -> bool:
    """ "Kec" of "Kec.Moyo Hilir"; behind "kecamatan" a full stop ends the sentence."""
    heads = lexicon("places")["district_heads"]
    return any(other != head.text.capitalize() and other.startswith(head.text.capitalize()) for other in heads)


def counted(found: list[Word], at: int) -> bool:
    """Whether districts are named behind this word: "lima kecamatan yang dibina, yakni Segah, Sambaliung dan …"."""
    heads = lexicon("places")["district_heads"]
    if found[at].key not in lexicon("places")["namely"] or at + 1 >= len(found) or found[at + 1].text in heads:
        return False
    first = at
    while first > 0 and at - first < CLAUSE and found[first].gap.strip() in ("", ","):
        first -= 1
        if found[first].text.islower() and found[first].text.capitalize() in heads:
            return True
    return False


def enumerated(found: list[Word], first: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The listed districts from word `first` on, up to the one behind "dan"."""
    gaps: tuple[str, ...] = (" ", ": ")
    while (last := _end(found, first, taken, gaps)) is not None:
        if key(found, first, last) in listed():
            yield first, last
        if last + 1 >= len(found) or closes(found[first].gap) or not lists(found[last + 1].gap):
            return
        first, gaps = last + 1, (found[last + 1].gap,)


def _end(found: list[Word], first: int, taken: set[int], gaps: tuple[str, ...]) -> int | None:
    """The last word of the district that begins at `first`: one of the list, else one or two capitalised words."""
    if first >= len(found) or found[first].gap not in gaps or not found[first].text[0].isupper():
        return None
    for last in range(min(first + LONGEST, len(found)) - 1, first - 1, -1):
        if joined(found, first, last) and key(found, first, last) in listed():
            return last + directed(found, last + 1)
    last = first
    while (
        last + 1 < len(found)
        and last - first + 1 < UNLISTED
        and last + 1 not in taken
        and joined(found, last, last + 1)
    ):
        last += 1
    kind = (
        found[first].key in lexicon("places")["village_heads"] or found[first].text in region_heads()
    )  # "Kabupaten Bantul", "Desa Pejagatan"
    return None if kind or (last == first and _is_short(found[first])) else last


def _is_short(word: Word) -> bool:
    """An abbreviation: "Kecamatan ABAL"."""
    return word.text.isupper() and len(word.text) <= ABBREVIATION


def lists(gap: str) -> bool:
    """Whether a gap goes on in a list: a comma, "dan"."""
    return gap == ", " or closes(gap)


def closes(gap: str) -> bool:
    """Whether a gap stands before the last name of a list: "dan", ", dan"."""
    return gap.strip(" ,").casefold() in lexicon("bodies")["joiners"]


@cache
def region_heads() -> frozenset[str]:
    """What stands before the name of a region of any kind."""
    data = lexicon("places")
    return frozenset((*data["regency_heads"], *data["city_heads"], *data["province_heads"], *data["district_heads"]))
