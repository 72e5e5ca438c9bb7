"""How numerals are printed, as patterns over lexicon/numerals.toml and lexicon/magnitudes.toml. Pure."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.data import lexicon
from nlp.text.patterns import any_of

SPACE = r"[ \t\u00a0\u202f]"  # never a line end
GAP = SPACE + "{1,2}"  # between the words of one numeral


@dataclass(frozen=True)
class Grammar:
    """How the numerals of a text are printed, and what each of their words means."""

    words: re.Pattern[str]  # a numeral in words
    fraction: re.Pattern[str]
    bound: re.Pattern[str]
    magnitude: re.Pattern[str]  # after a numeral in digits
    letter: re.Pattern[str]  # the same after a currency
    about: re.Pattern[str]
    values: dict[str, float]


@cache
def grammar() -> Grammar:
    """The patterns of numerals, made out of the lexica once."""
    words, big = lexicon("numerals"), lexicon("magnitudes")
    one, about, half = words["marks"]["one"], words["marks"]["about"], words["marks"]["half"]
    english, power, magnitude = words["english"], words["powers"], any_of(big["words"])
    digit = rf"(?:{any_of(words['digits'])}|(?-i:{any_of(english['digits'])}))"
    ten, hundred = power
    (teen,) = words["teen"]
    ones = rf"{any_of(words['tens'])}|(?-i:{any_of(english['whole'])})"
    small = rf"(?:{ones}|{digit}{GAP}{teen}|{digit}{GAP}{ten}(?:{GAP}{digit})?|{digit})"
    group = rf"(?:(?:{one}{hundred}|{digit}{GAP}{hundred})(?:{GAP}{small})?|{small})(?:{GAP}{half})?"
    great = rf"(?:{one}{magnitude}|{group}{GAP}{magnitude}(?:{GAP}{magnitude})?|{half}{GAP}{magnitude})"
    end = rf"(?!\w|-(?!{digit}(?!\w))\w)"  # "satu-satunya" is none, "satu-dua pekan" two
    some = rf"{group}{GAP}{magnitude}{about}"  # "dua jutaan"
    fractions = rf"(?:{any_of(words['fractions'])}|{digit}{GAP}{words['marks']['part']}{SPACE}{{0,2}}{digit})"
    values = {**words["digits"], **words["tens"], **big["words"], **power, **words["teen"], **words["fractions"]}
    values |= {one + w: v for w, v in {**big["words"], **power}.items()} | english["digits"] | english["whole"]
    bounds = rf"(?:{any_of(words['bounds']['words'])}(?:{GAP}{magnitude})*|(?-i:{any_of(english['bounds'])}))"
    suffix = rf"(?:{about}\b)?"
    return Grammar(
        words=re.compile(rf"(?:(?P<some>{some})|{great}(?:{GAP}{great})*(?:{GAP}{group})?|{group}){end}", re.I),
        fraction=re.compile(rf"{fractions}(?:{words['marks']['its']})?{end}", re.I),
        bound=re.compile(rf"{bounds}{end}", re.I),
        magnitude=re.compile(rf"(?:{GAP})?({magnitude})(?:{GAP}({magnitude}))?(?:-?({about}))?(?!\w)", re.I),
        letter=re.compile(rf"(?:{GAP})?({any_of(big['after_currency'])}){suffix}(?!\w)"),
        about=re.compile(rf"-?{about}\b", re.I),
        values={k.lower(): float(v) for k, v in values.items()},
    )
