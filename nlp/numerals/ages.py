"""The age that the press prints behind a name: "Siti (43), perajin", "Gede Oka, 33, yang membuka". Pure."""

import re
from functools import cache

from nlp.data import lexicon
from nlp.numerals.numbers import SPACE, Number
from nlp.places.regions import regions
from nlp.text.patterns import any_of

YOUNGEST, OLDEST = 15, 99  # of a person the press tells the age of without saying that it is one
LOOK_BACK = 60  # characters in which the name stands

_NAME = re.compile(rf"(?:^|[\s\"“”'‘(-])((?:[A-Z][\w.'’-]*{SPACE})*)([A-Z][^\W\d_]*[a-z’'][\w’'-]*)[”\"]?$")


@cache
def _no_person() -> frozenset[str]:
    """Words with a capital before a number that are no name of a person: labels, weekdays, regions."""
    labels = lexicon("numbering")["labels"]["words"]
    days = [name for names in lexicon("months")["weekdays"].values() for name in names]
    months = [name for names in lexicon("months")["months"].values() for name in names]
    places = [word for region in regions() for word in (region.name, *region.aliases)]
    return frozenset(name.lower() for name in [*labels, *days, *months, *places])


@cache
def _goes_on() -> re.Pattern[str]:
    """Behind an age between commas the sentence goes on, and no further number or name follows."""
    words = lexicon("connectors")["words"]
    return re.compile(rf",{SPACE}(?!{any_of([*words['and'], *words['or'], *words['range']])}\b)[a-z]")


def is_age(text: str, number: Number) -> bool:
    """Whether a bare number stands behind the name of a person, in brackets or between commas."""
    if not number.plain or len(number.digits) != 2 or not YOUNGEST <= int(number.digits) <= OLDEST:
        return False
    before = text[max(0, number.start - LOOK_BACK) : number.start]
    if before.endswith("(") and text[number.end : number.end + 1] == ")":
        return _is_person(before[:-1].rstrip(" \u00a0,"))
    return before.endswith(", ") and bool(_goes_on().match(text, number.end)) and _is_person(before[:-2])


def _is_person(before: str) -> bool:
    """Whether a name of a person ends here."""
    match = _NAME.search(before)
    if match is None:
        return False
    last, whole = match[2].lower(), (match[1] + match[2]).lower()
    pair = " ".join(whole.split()[-2:])
    return not {last, pair, whole} & _no_person()
