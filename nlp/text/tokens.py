"""spaCy's tokenizer, with a way around what it takes minutes for."""

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_words_and_spaces

# spaCy peels punctuation off a run of characters one by one and copies the rest each time: 20,000 opening brackets in
# a row take it a minute. The longest honest runs in the press are addresses of web pages.
LONGEST = 500
ENDLESS = re.compile(rf"\S{{{LONGEST},}}")
TOKEN = re.compile(r"\w+|[^\w\s]")


class Tokenizer:
    """Tokenizes as spaCy does; a text with an endless run of characters is cut at every mark instead."""

    def __init__(self, nlp: Language) -> None:
        self.usual, self.vocab = nlp.tokenizer, nlp.vocab

    def __call__(self, text: str) -> Doc:
        if not ENDLESS.search(text):
            return self.usual(text)
        words, spaces = get_words_and_spaces(TOKEN.findall(text), text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def __getattr__(self, name: str) -> Any:  # to_disk and the like are those of spaCy's tokenizer
        return getattr(self.usual, name)
