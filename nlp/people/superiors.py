"""Offices that are printed without their body because that of their superior stands beside them."""

from dataclasses import replace

from nlp.data import lexicon
from nlp.people.office_spans import SENTENCE_STARTS
from nlp.people.offices import Office
from nlp.text.words import Words

NEAR = 12  # words between the two: the name of the superior, his degrees and "beserta"


def with_superiors(offices: list[Office], words: Words) -> list[Office]:
    """A secretary behind the head of a dinas is one of the same: "Kepala Dinas X, Ani Lestari, dan Sekretaris, …"."""
    pairs = zip([None, *offices], offices, strict=False)
    return [_of_superior(office, before, words) if before else office for before, office in pairs]


def _of_superior(office: Office, before: Office, words: Words) -> Office:
    data = lexicon("office_words")["bodies"]
    lone = office.head.name in data["beside_superior"] and office.bare and office.institution is None
    between = words[before.end : office.start]
    if not lone or not words[office.start].capital or not 0 < len(between) <= NEAR or not before.public:
        return office
    body = before.institution
    kind = next((k for k in data["kept"] if body and body.name.startswith(f"{k} ") and k in before.text), None)
    if kind is None or any(w.text in SENTENCE_STARTS and not words.touching(words.index(w.start)) for w in between):
        return office
    return replace(office, text=f"{office.text} {kind}", institution=body, public=True)
