"""load() -> the spaCy pipeline that reads an article."""

from pathlib import Path

import spacy
from spacy.language import Language

from nlp.components import bodies, gazetteers, links, people, sentences  # noqa: F401  (each registers its component)

MODEL = Path(__file__).parent / "model"  # the trained weights, when there are any
COMPONENTS = ("sentences", "gazetteers", "bodies", "people", "links")  # each reads what those before it have marked


def load() -> Language:
    """A fresh pipeline: rules, and in front of them the trained names of nlp/model when that folder exists.

    A trained component fills doc.ents; the rules after it read them and decide.
    """
    nlp = spacy.blank("id")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    if MODEL.exists():
        nlp.add_pipe("ner", source=spacy.load(MODEL), after="sentences")
    return nlp
