"""Days that the text names."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True)
class Date:
    """One day named in the text, the year from the text or from the day of publication."""

    date: str  # ISO 8601 day
    text: str  # as printed, with its weekday
    part: str
    start: int  # characters within the part, half open
    end: int


def dates(doc: Doc) -> Iterator[Date]:
    yield from ()
