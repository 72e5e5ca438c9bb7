"""links."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("links")
def links(doc: Doc) -> Doc:
    return doc
