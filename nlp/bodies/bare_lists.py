"""Names in an enumeration: of a class that is named before it, or with an organisation that is known."""

from collections.abc import Set
from functools import cache

from nlp.bodies.bare_runs import Range, Runs, leads, listed
from nlp.bodies.introduced import office_word
from nlp.data import lexicon
from nlp.text.names import Word

COMMAS = (", ", ",")
INSIDE = (" ", "-", "&", " & ", "'", "’", " (", ") ", ".", ". ")  # within one item
OPENING = 2  # words of "antara lain"
FARTHEST = 40  # items of an enumeration before a name, and behind it, that say something about it


def in_class(runs: Runs, run: Range) -> bool:
    """ "perguruan tinggi seperti Unair, STIESIA, dan Unesa": before the first of the list stands its class."""
    text, data = runs.text, lexicon("bare_names")["lists"]
    opens = _opened(text, _items(text, run)[0][0])
    if opens is None:
        return False
    named = _named(text, opens)
    first = opens - _ends_sentence(text[opens].gap)  # "… banyak UMKM. Di antaranya, Intan Songket dan …"
    while first > 0 and opens - first < data["reach"] and not _ends_sentence(text[first].gap):
        first -= 1
    before = " ".join("" if at in runs.taken else text[at].key for at in range(first, opens))
    nouns = (*data["nouns"], *(data["named_nouns"] if named else ()))
    return any(f" {noun} " in f" {before} " for noun in nouns)


def _named(text: list[Word], at: int) -> bool:
    """A name is given at word `at`: "diberi nama"."""
    return any(" ".join(word.key for word in text[at : at + n]) in listed("lists", "named") for n in (1, 2))


def beside(runs: Runs, run: Range, known: Set[int]) -> bool:
    """In one list with an organisation that is known: "Shopee, Handep, dan Tokopedia"; not "CEO Shopee, Rini, dan"."""
    text, items = runs.text, _items(runs.text, run)
    others = [item for item in items if _is_known(text, item, known)]
    if _behind_place(runs, run) or any(_names_person(text, item) for item in items):
        return False
    if any(office_word(text[first]) for first, _ in items):
        return False  # "Rachim Kartabrata, Sekretaris Asosiasi Eksportir Kopi" are a person and what he is
    joined = any(_conjunction(text[first].gap) for first, _ in items[1:])
    if not joined or not others or _called_in_short(runs, run):
        return False
    before = text[items[0][0] - 1] if items[0][0] else None
    return before is None or text[items[0][0]].gap != " " or not office_word(before)


def _names_person(text: list[Word], item: Range) -> bool:
    """ "Anne Patricia (Bos PT Sinar)", "Dewan Pembina DPD Iwapi": what a person is."""
    return any(word.key in listed("lists", "persons") for word in text[item[0] : item[1] + 1])


def _is_known(text: list[Word], item: Range, known: Set[int]) -> bool:
    """An organisation that is known, at most behind what it is: "UMKM Sagara"; not "Kerajinan Dekranasda"."""
    first = next((at for at in range(item[0], item[1] + 1) if at in known), None)
    kinds = leads() | listed("never", "openers")
    return first is not None and all(text[at].key in kinds for at in range(item[0], first))


def _behind_place(runs: Runs, run: Range) -> bool:
    """The rest of a name that begins with a place, and no item of its own."""
    return runs.text[run[0]].gap == " " and run[0] - 1 in runs.places


def of_somebody(runs: Runs, run: Range) -> bool:
    """A person, whose firm follows: "Rini Astuti dari Kopi Rimba"; not "Sagara dari Malang"."""
    after = runs.text[run[1] + 1 : run[1] + 3]
    named = len(after) > 1 and after[1].text[0].isupper() and run[1] + 2 not in runs.places
    return named and run[0] < run[1] and after[0].key in listed("lists", "of")


def _called_in_short(runs: Runs, run: Range) -> bool:
    """The first or last word of the name stands alone elsewhere, as that of a person does: "Radityo Triatmojo"."""
    ends = {runs.text[run[0]].text, runs.text[run[1]].text}
    return run[0] < run[1] and any(runs.count[word] for word in ends)


def _items(text: list[Word], run: Range) -> list[Range]:
    """The items of the list of capitalised names in which the run stands, the run itself when it stands alone."""
    before, behind = _items_before(text, run[0]), _items_behind(text, run[1])
    return [*reversed(before), run, *behind]


def _items_before(text: list[Word], first: int) -> list[Range]:
    items: list[Range] = []
    while len(items) < FARTHEST and first > 0 and _lists(text[first].gap) and _capital(text[first - 1]):
        start = first - 1
        while start > 0 and text[start].gap in INSIDE and _capital(text[start - 1]):
            start -= 1
        items.append((start, first - 1))
        first = start
    return items


def _items_behind(text: list[Word], last: int) -> list[Range]:
    items: list[Range] = []
    while len(items) < FARTHEST and (at := last + 1) < len(text) and _lists(text[at].gap) and _capital(text[at]):
        end = at
        while end + 1 < len(text) and text[end + 1].gap in INSIDE and _capital(text[end + 1]):
            end += 1
        items.append((at, end))
        last = end
    return items


def _capital(word: Word) -> bool:
    return any(letter.isupper() for letter in word.text) or word.text.isdigit()


def _lists(gap: str) -> bool:
    return gap.removeprefix(")") in COMMAS or _conjunction(gap)


@cache
def _conjunction(gap: str) -> bool:
    words = gap.removeprefix(")").strip(" ,")
    return words in lexicon("bodies")["joiners"] or words in listed("lists", "conjunctions")


def _ends_sentence(gap: str) -> bool:
    return "\n" in gap or gap.strip()[:1] in (".", "?", "!")


def _opened(text: list[Word], first: int) -> int | None:
    """The word with which the list that begins at word `first` is opened: "seperti"."""
    if text[first].gap.strip(" :,") != "":
        return None
    at = first - 1
    if at >= 0 and text[at].key in listed("lists", "between"):
        at -= 1
    for start in range(at, max(at - OPENING, -1), -1):
        if " ".join(word.key for word in text[start : at + 1]) in listed("lists", "opens") | listed("lists", "named"):
            return start
    return None
