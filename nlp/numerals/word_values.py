"""What numerals in words are worth: "dua ratus lima ribu" -> 205000, "dua pertiga" -> 0.667. Pure."""

import re

from nlp.data import lexicon
from nlp.numerals.grammar import grammar


def times(value: float, factor: float) -> float:
    """The product as it is meant: 2.3 * 1e12 is no 2299999999999.9995."""
    return float(f"{value * factor:.15g}")


def magnitude_of_bound(words: str) -> float:
    """ "puluhan juta", "jutaan" -> 1e6; 1 for "puluhan"."""
    about, magnitudes = lexicon("numerals")["marks"]["about"], lexicon("magnitudes")["words"]
    return float(max((magnitudes.get(word.removesuffix(about), 1) for word in words.lower().split()), default=1))


def last_magnitude(words: str) -> float:
    """ "tiga juta" -> 1e6, so that "dua hingga tiga juta" begins with two million; 1 for "dua juta lima ratus ribu"."""
    magnitudes = lexicon("magnitudes")["words"]
    named = [word for word in words.lower().split() if word in magnitudes]
    return float(magnitudes[named[0]]) if len(named) == 1 and words.lower().endswith(named[0]) else 1.0


def fraction_value(words: str) -> float:
    """ "dua pertiga" -> 0.667."""
    values, part = grammar().values, lexicon("numerals")["marks"]["part"]
    low = words.lower().removesuffix(lexicon("numerals")["marks"]["its"])
    if low in values:
        return values[low]
    top, bottom = re.split(rf"\s+{part}\s*", low, maxsplit=1)
    return values[top] / values[bottom]


def words_value(words: str) -> float:
    """ "dua ratus dua belas ribu lima" -> 212005."""
    values, magnitudes, numerals = grammar().values, lexicon("magnitudes")["words"], lexicon("numerals")
    digits = numerals["digits"] | numerals["english"]["digits"]
    total = group = digit = 0.0
    for word in words.lower().split():
        if word in magnitudes:
            if not group + digit:  # "dua ribu triliun": the second magnitude multiplies all before it
                total *= values[word]
            total, group, digit = total + (group + digit) * values[word], 0.0, 0.0
        elif word in numerals["powers"]:
            group, digit = group + digit * values[word], 0.0
        elif word in digits:
            digit = values[word]
        elif values[word] >= min(magnitudes.values()):  # "seribu"
            total += values[word]
        else:
            group += values[word]
    return times(total + group + digit, 1.0)
