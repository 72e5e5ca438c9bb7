"""Finds the persons of an article and who holds which office; the component `links` marks them in the text."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.people.binding import Binding


@Language.component("people")
def people(doc: Doc) -> Doc:
    """Fills doc._.cast: a title before a name, an apposition after it, or a cue around it makes a person."""
    doc._.cast = Binding(doc).cast
    return doc
