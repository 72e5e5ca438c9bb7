"""Organisations that only the words around their names show: "bekerja sama dengan Handep", "A, Shopee, dan B"."""

from collections.abc import Iterator
from functools import cache

from nlp.bodies.bare_behind import ends_in, phrases, shown_behind
from nlp.bodies.bare_lists import beside, in_class, of_somebody
from nlp.bodies.bare_runs import (
    BEFORE,
    Range,
    Runs,
    behind_thing,
    could_be_named,
    given_names,
    hump,
    listed,
    may_be_named,
    no_common,
)
from nlp.bodies.bare_short_forms import explained_forms, of_member, run_on, short_forms
from nlp.data import lexicon
from nlp.text.names import Word
from nlp.text.phrases import following

REPEATED = 2  # times that a name with a capital inside must stand alone to be one of a brand
MODIFIERS = 2  # words between the noun and the name: "sanggar batik tulis Wong Ngantang"
CLOSING = (",", ".", ")", ";", '"', "”")  # behind a name that nothing else goes on with


def bare_names(runs: Runs, organisations: frozenset[int]) -> Iterator[Range]:
    """Runs that the words before, behind or beside them show to be organisations, and all their repetitions.

    `organisations` are the words of those that are known already: a name listed beside one is one too.
    """
    possible = [run for run in runs.all if may_be_named(runs, run)]
    explained = explained_forms(runs)
    possible = [run for run in possible if runs.printed(run) not in explained and not of_somebody(runs, run)]
    found = [run for run in possible if _is_shown(runs, run) and not of_member(runs, run)]
    found += [run for run in runs.all if run not in found and could_be_named(runs, run) and _is_kind(runs, run)]
    apart = [run for run in possible if not runs.text[run[0]].gap.endswith("(")]  # a short form is no item of its own
    known, more = set(organisations), found
    while True:
        known |= {at for first, last in more for at in range(first, last + 1)}
        more = [run for run in apart if run not in found and beside(runs, run, known)]
        if not more:
            break
        found = found + more
    names = {runs.printed(run) for run in (*found, *run_on(runs), *short_forms(runs))}
    for run in runs.all:
        if (named := _longest(runs, run, names)) and not behind_thing(runs.text, run[0]):
            yield named


def _longest(runs: Runs, run: Range, names: set[str]) -> Range | None:
    """The run where it is one of these names, else the longest of them with which it begins: "Handep Rini Astuti"."""
    starts = ((run[0], last) for last in range(run[1], run[0] - 1, -1))
    return next((start for start in starts if runs.printed(start) in names), None)


def _is_shown(runs: Runs, run: Range) -> bool:
    return _shown_before(runs, run) or shown_behind(runs.text, run[1]) or in_class(runs, run) or _brand(runs, run)


def _is_kind(runs: Runs, run: Range) -> bool:
    """Behind a noun of a firm also a name that a person could have: "UMKM Batik Farida", "toko Sagu Jaya"."""
    text, last = runs.text, run[0] - 1
    if (
        last < 0
        or last in runs.taken
        or text[run[0]].gap not in BEFORE
        or runs.speakers & set(range(run[0], run[1] + 1))
    ):
        return False
    while last > run[0] - 1 - MODIFIERS and last > 0 and text[last].key in _modifiers() and text[last].gap == " ":
        last -= 1
    length = ends_in(text, last, phrases("before", ("firms",)))
    if not length or _of_other(text, last - length) or _is_product(text, run[0]):
        return False
    return run[1] > run[0] and not all(word.key in given_names() for word in text[run[0] : run[1] + 1])


def _of_other(text: list[Word], at: int) -> bool:
    """The word before the noun says that no firm is named behind it: "pelaku usaha Kopi Gayo"."""
    others = lexicon("bare_names")["before"]["not_of"].get(text[at + 1].key, ())
    return at >= 0 and text[at + 1].gap == " " and text[at].key in others


def _is_product(text: list[Word], first: int) -> bool:
    """Behind "usaha" what is made may stand in capitals: "usaha Kripik Pisang"."""
    return text[first - 1].key in listed("before", "works") and text[first].key in _modifiers()


def _shown_before(runs: Runs, run: Range) -> bool:
    """A phrase of the list stands before the name, with words for what is made or done there between them."""
    text, last = runs.text, run[0] - 1
    if _of_country(runs, run):
        return True
    if text[run[0]].gap not in BEFORE:
        return False
    for _ in range(MODIFIERS + 1):
        if last < 0 or last in runs.taken:
            return False
        beside = last == run[0] - 1
        kinds = ("kinds", "together") if beside else ("kinds",)
        if beside and ends_in(text, last, phrases("before", ("members",))) and no_common(runs, run):
            return True
        if length := ends_in(text, last, phrases("before", kinds)):
            return _is_firm(runs, run, last - length + 1, last)
        if last == run[0] - 1 and _owned(runs, run):
            return True
        if text[last].key not in _modifiers() or text[last].gap not in (" ", "-"):
            return False
        last -= 1
    return False


def _is_firm(runs: Runs, run: Range, first: int, last: int) -> bool:
    """The noun at words first..last names a firm: no expert's field, no place where something happens, no product."""
    text = runs.text
    before = text[first - 1].key if first else ""
    noun = " ".join(word.key for word in text[first : last + 1])
    venue = before == lexicon("bodies")["branches"]["in"] and noun in listed("before", "venues")
    product = run[0] == run[1] and text[run[0]].text.isupper() and noun in listed("before", "makers")
    return not venue and not product and before not in lexicon("organisations")["nouns"]["experts"]


def _of_country(runs: Runs, run: Range) -> bool:
    """ "Perusahaan asal Belanda, Foodventures, …": where it is from stands between what it is and its name."""
    first = run[0] - 1
    if runs.text[run[0]].gap != ", " or first not in runs.places:
        return False
    while first in runs.places:
        first -= 1
    origin = first > 0 and runs.text[first].key in listed("before", "origin")
    return origin and bool(ends_in(runs.text, first - 1, phrases("before", ("firms",))))


def _owned(runs: Runs, run: Range) -> bool:
    """ "Melie Indarto, pendiri KaIND dan pemenang …", "pemilik Rumah Daun ini": no person is named behind the role."""
    text = runs.text
    length = ends_in(text, run[0] - 1, phrases("before", ("owners",)))
    if not length:
        return False
    after = text[run[1] + 1] if run[1] + 1 < len(text) else None
    if after and after.gap == " " and after.key in listed("before", "parted"):
        return True
    role = run[0] - length
    apposed = "," in text[role].gap or text[role].gap.endswith("(") or text[role - 1].key in listed("before", "as")
    lower = after is not None and after.text.islower() and after.gap in (" ", ") ")
    return apposed and (lower or following(text, run[1]).strip()[:1] in CLOSING)


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(lexicon("organisations")["nouns"]["modifiers"]) | listed("before", "modifiers")


def _brand(runs: Runs, run: Range) -> bool:
    """A single word with a capital inside that stands alone more than once, and never behind the name of a thing."""
    name = runs.printed(run)
    if run[0] != run[1] or not hump(name) or runs.count[name] < REPEATED:
        return False
    return not any(behind_thing(runs.text, other[0]) for other in runs.all if runs.printed(other) == name)
