"""Quantities that are facts of the story."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True)
class Figure:
    """One quantity."""

    value: float | None  # in unit, multiplied out: "Rp1,2 triliun" is 1.2e12; None for a bound without a value ("puluhan ribu")
    upper: float | None  # of a range, in the same unit
    kind: str  # count, percent, money, measure or ratio
    unit: str  # count: the thing counted as printed; money: ISO 4217; percent: "percent"; measure: unit as printed
    what: str | None  # what is counted or measured, where the sentence says so
    bound: str  # exact, about, over or under
    doubtful: bool  # True when the text's own arithmetic cannot be right
    text: str  # as printed, with its unit
    part: str
    start: int  # characters within the part, half open
    end: int
    sentence: str


def figures(doc: Doc) -> Iterator[Figure]:
    yield from ()
