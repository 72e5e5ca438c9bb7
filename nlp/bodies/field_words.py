"""Which words are fields of work, as names of bodies have them: "perindustrian", "ketahanan", "koperindag"."""

import re
from functools import cache

from nlp.bodies.short_forms import fields_of
from nlp.data import lexicon

BEGINNING = 6  # letters by which a misprinted field is told


@cache
def is_field(word: str) -> bool:
    """Whether a word in lower case is one of a field of work: listed, of the form of such nouns, or short for some.

    "perindustrian"; "penerbangan" and "ketahanan" by their form; "koperindag" by its syllables.
    """
    data = lexicon("bodies")
    fields, word_for_dinas = data["fields"], data["dinas"]["word"]
    short = data["short"].get(word.upper(), "").startswith(word_for_dinas) or bool(fields_of(word))
    return word in fields["words"] or is_noun(word) or short


@cache
def is_noun(word: str) -> bool:
    """Whether a word in lower case has the form of the nouns that fields of work are: "penerbangan"."""
    fields = lexicon("bodies")["fields"]
    return re.fullmatch(fields["noun"], word) is not None and word not in fields["other_nouns"]


@cache
def is_small_kind(word: str) -> bool:
    """Whether a word is a kind of body that is one also in lower case, where fields and a region follow: "dinas"."""
    return word.islower() and word.capitalize() in lexicon("bodies")["dinas"]["kinds"]


@cache
def is_like_field(word: str) -> bool:
    """Whether a word in lower case has the form of a field, or begins like one and is misprinted: "perindustri"."""
    return is_noun(word) or (len(word) >= BEGINNING and word[:BEGINNING] in _beginnings())


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[:BEGINNING] for word in lexicon("bodies")["fields"]["words"] if len(word) >= BEGINNING)
