"""Short forms of organisations that the words before them show, and firms whose name runs into that of a person."""

from collections.abc import Iterator

from nlp.bodies.bare_behind import ends_in, phrases
from nlp.bodies.bare_runs import Range, Runs, may_be_named, no_common
from nlp.bodies.introduced import office_word

LETTERS = 3  # letters at least of the short form of a university
SHORT_FORM = 4  # letters at least of an association that is called by them alone


def explained_forms(runs: Runs) -> frozenset[str]:
    """Short forms in brackets behind what they mean, which is no organisation: "air minum dalam kemasan (AMDK)"."""
    text = runs.text
    return frozenset(
        word.text
        for at, word in enumerate(text)
        if word.gap == " ("
        and at >= len(word.text) > 1
        and word.text.isupper()
        and "".join(other.key[0] for other in text[at - len(word.text) : at]) == word.key
        and not set(range(at - len(word.text), at + 1)) & runs.taken
    )


def run_on(runs: Runs) -> Iterator[Range]:
    """Firms before the name of a person: "Dirut Pertagas Wiko Migantoro", where "Pertagas" stands elsewhere."""
    for first, last in runs.all:
        titled = first > 0 and runs.text[first].gap == " " and office_word(runs.text[first - 1])
        for end in range(last - 1, first - 1, -1) if titled else ():
            name = (first, end)
            if runs.count[runs.printed(name)] and may_be_named(runs, name):
                yield name
                break


def short_forms(runs: Runs) -> Iterator[Range]:
    """Short forms behind what somebody is there, with their region: "ketua KUKMI Sulteng Amin", "rektor UNZ Rini"."""
    for first, last in runs.all:
        short = runs.text[first].text
        letters = len(short) if short.isupper() and no_common(runs, (first, first)) else 0
        heads = letters >= SHORT_FORM and ends_in(runs.text, first - 1, phrases("before", ("heads",)))
        if heads or of_member(runs, (first, last)):
            yield first, first + (first < last and first + 1 in runs.places)


def of_member(runs: Runs, run: Range) -> bool:
    """A person stands behind the short form of where he is: "Rektor UNZ Rini Astuti"."""
    short, behind = runs.text[run[0]], run[0] + 1
    letters = short.text.isupper() and len(short.text) >= LETTERS and no_common(runs, (run[0], run[0]))
    person = behind < run[1] and behind not in runs.places and runs.text[behind].text.istitle()
    return letters and person and bool(ends_in(runs.text, run[0] - 1, phrases("before", ("members",))))
