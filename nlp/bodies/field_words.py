"""Which words are fields of work, as names of bodies have them: "perindustrian", "ketahanan", "koperindag"."""

import re
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from nlp.bodies.short_forms import fields_of
from nlp.data import lexicon

BEGINNING = 6  # letters by which a misprinted field is told
LONG = 7  # letters of a field in which one wrong letter still tells it from another


@cache
def is_field(word: str) -> bool:
    """Whether a word in lower case is one of a field of work: listed, of the form of such nouns, or short for some.

    "perindustrian"; "penerbangan" and "ketahanan" by their form; "koperindag" by its syllables.
    """
    data = lexicon("bodies")
    fields, word_for_dinas = data["fields"], data["dinas"]["word"]
    short = data["short"].get(word.upper(), "").startswith(word_for_dinas) or bool(fields_of(word))
    return word in fields["words"] or is_noun(word) or short or meant_field(word) is not None


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


@cache
def meant_field(word: str) -> str | None:
    """The one listed field that a word in lower case is with one letter wrong: "koprasi" -> "koperasi"."""
    fields = lexicon("bodies")["fields"]
    if (
        len(word) < LONG - 1
        or word in fields["words"]
        or word in fields["other_nouns"]
        or word in fields["no_misprints"]
    ):
        return None
    long = (field for field in fields["words"] if len(field) >= LONG and field[0] == word[0])
    near = [field for field in long if DamerauLevenshtein.distance(word, field, score_cutoff=1) == 1]
    return near[0] if len(near) == 1 else None


def as_meant(name: str) -> str:
    """ "Dinas Koprasi dan UKM" -> "Dinas Koperasi dan UKM"."""
    return " ".join(_as_meant(word) for word in name.split())


def _as_meant(word: str) -> str:
    bare = word.rstrip(",")
    field = meant_field(bare.casefold())
    return f"{field.capitalize()}{word[len(bare) :]}" if field else word
