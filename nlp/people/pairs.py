"""Two offices in front of their two holders: "Bupati dan Wakil Bupati Gresik, Rina Sari dan Budi Hartono"."""

from collections.abc import Callable
from dataclasses import replace

from nlp.data import lexicon
from nlp.people.holders import DASHES
from nlp.people.offices import Office
from nlp.people.person_names import Name, name_at
from nlp.text.words import Words

Holder = tuple[Name, Office]


def paired(words: Words, first: Office | None, second: Office, after: Callable[[Office], Name | None]) -> list[Holder]:
    """The two names behind `second` with the office of each; none where `first` does not share its region.

    `after` says which name an office stands before.
    """
    joiners = lexicon("bodies")["joiners"]
    shares = first is not None and first.bare and first.head.public != "no" and first.end == second.start - 1
    if first is None or not shares or words.at(first.end).lower not in joiners or not second.public:
        return []
    one = after(second)
    if one is None or words.at(one.tail).lower not in (
        *joiners,
        *DASHES,
    ):  # "Bupati dan Wakil Bupati Rina Sari – Budi Hartono"
        return []
    other = name_at(words, one.tail + 1)
    if other is None or other.end - other.first == 1:
        return []
    text = second.text.replace(second.head.name, first.head.name, 1)
    fuller = replace(second, text=text, head=first.head, start=first.start)
    return [(one, fuller), (other, second)]
