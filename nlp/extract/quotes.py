"""Quotations with their speakers."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True)
class Quote:
    """One quotation."""

    speaker: str | None  # Entity.id of the person; None when no person of the text can be meant
    speaker_name: str | None  # full name when the text gives one anywhere, else the words used
    speaker_text: str | None  # the words used where the quotation stands ("Gati", "dia")
    cue: str | None  # the reporting verb as printed
    kind: str  # direct or indirect
    text: str  # direct: without its quotation marks
    part: str
    start: int  # characters within the part, half open, quotation marks left out
    end: int


def quotes(doc: Doc) -> Iterator[Quote]:
    yield from ()
