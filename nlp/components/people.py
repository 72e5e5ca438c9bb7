"""people."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("people")
def people(doc: Doc) -> Doc:
    return doc
