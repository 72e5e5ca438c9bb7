"""Who and what is named where."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.document import located, mentions_of, rule_of


@dataclass(frozen=True)
class Mention:
    """One place in an article that names an entity."""

    label: str  # one of nlp.document.LABELS
    entity: str  # Entity.id
    text: str  # as printed
    part: str  # title, caption or text
    start: int  # characters within the part, half open
    end: int
    rule: str | None = None  # what found it: a key of lexicon/rules.toml


def mentions(doc: Doc) -> Iterator[Mention]:
    """Every mention, in the order of the text; a place inside the name of an agency is one of its own."""
    for span in mentions_of(doc):
        part, start, end = located(doc, span.start_char, span.end_char)
        yield Mention(span.label_, span.id_, span.text, part, start, end, rule_of(span))
