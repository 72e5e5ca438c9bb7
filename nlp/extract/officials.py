"""Persons with the public office that the text gives them."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True)
class Official:
    """One person in one public office, as this article presents them, where it does so first."""

    person: str  # Entity.id of the person
    name: str  # fullest name in this article, without degrees and honorifics
    office: str  # with its territory, without the institution where that is a body of its own
    institution: str | None  # full official name of the body; None for a president
    institution_entity: str | None  # Entity.id of that body
    aliases: tuple[str, ...]  # short forms by which this text refers back ("Gati")
    part: str  # of the name
    start: int  # characters within the part, half open
    end: int


def officials(doc: Doc) -> Iterator[Official]:
    yield from ()
