"""Islands that no list holds, behind their head word: "Pulau Wawonii", "Kepulauan Derawan"."""

from collections.abc import Iterator

from nlp.data import lexicon
from nlp.places.regions import Region
from nlp.text.names import Match, Word

LONGEST = 2  # words of the name behind the head
Found = tuple[int, int, Region]  # first and last word, the island


def islands(found: list[Word], matches: list[Match], titled: frozenset[int]) -> Iterator[Found]:
    """ "Pulau Hiri" -> Hiri; `matches` are the names that are read, `titled` the words of headlines."""
    starts, ends = {match.first: match for match in matches}, {match.last for match in matches}
    group = lexicon("places")["island_heads"][-1]
    for at, word in enumerate(found[:-1]):
        head_word = word.text.capitalize() in lexicon("places")["island_heads"] and at not in starts
        head_word = head_word and at not in ends  # "Tidore Kepulauan"
        if not head_word or _is_inside(found, at) or found[at + 1].key in lexicon("places")["no_islands"]:
            continue  # "Pulau Punjung" is a town of the list
        last = _end(found, at + 1, starts, titled)
        if last is None or (word.text.islower() and at in titled):
            continue
        head = (word.text,) if word.text.capitalize() == group else ()
        name = " ".join((*head, *(w.text for w in found[at + 1 : last + 1])))
        yield at + 1 if word.text.islower() else at, last, Region(name, "island")


def _is_inside(found: list[Word], at: int) -> bool:
    """Whether the head word is itself part of a name: "Desa Pulau Palas", "Kecamatan Pulau Hiri", "Teluk Pulau"."""
    before = found[at - 1] if at else None
    data = lexicon("places")
    heads = {word.casefold() for word in (*data["never_before"], *data["district_heads"], *data["village_heads"])}
    return before is not None and found[at].gap in (" ", ". ") and before.key in heads


def _end(found: list[Word], first: int, starts: dict[int, Match], titled: frozenset[int]) -> int | None:
    """The last word of the name: capitalised words up to a name that is read; none for a place under its own name."""
    if found[first].gap != " " or not found[first].text[0].isupper():
        return None
    match = starts.get(first)
    if match is not None:
        printed = " ".join(word.text for word in found[first : match.last + 1])
        own = any(known.kind != "place" or known.region.name.casefold() == printed.casefold() for known in match.values)
        island = any(known.region and known.region.kind == "island" for known in match.values)
        return None if own or island else match.last
    last = first
    while (
        last + 1 < len(found)
        and last - first + 1 < LONGEST
        and last + 1 not in starts
        and last + 1 not in titled
        and found[last + 1].gap == " "
        and found[last + 1].text[0].isupper()
    ):
        last += 1
    return last
