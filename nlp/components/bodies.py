"""bodies."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("bodies")
def bodies(doc: Doc) -> Doc:
    return doc
