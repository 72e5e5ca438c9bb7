"""gazetteers."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("gazetteers")
def gazetteers(doc: Doc) -> Doc:
    return doc
