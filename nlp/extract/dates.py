"""Days that the text names."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.document import text_of
from nlp.numerals.dates import days


@dataclass(frozen=True)
class Date:
    """One day named in the text, the year from the text or from the day of publication."""

    date: str  # ISO 8601 day
    text: str  # as printed, with its weekday
    part: str
    start: int  # characters within the part, half open
    end: int
    rule: str | None = None  # where its year comes from: a key of lexicon/rules.toml


def dates(doc: Doc) -> Iterator[Date]:
    """Every day, part by part; both ends of a range, the second inside the first one's characters.

    "Senin-Rabu (15-17/5/2023)" -> 2023-05-15 and, for "17/5/2023", 2023-05-17. A month or a year alone is left out.
    """
    for part in doc._.parts:
        text = text_of(doc)[part.start : part.end]
        for day in days(text, doc._.published):
            yield Date(day.day.isoformat(), text[day.start : day.end], part.name, day.start, day.end, day.rule)
