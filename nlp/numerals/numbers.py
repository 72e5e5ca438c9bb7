"""Numerals of the Indonesian press, in digits and in words, with their offsets: "1,2 triliun" -> 1.2e12.

Pure: it knows nothing of units, of what is counted, or of names. What a number means stands in
nlp/numerals/quantities.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.data import lexicon
from nlp.numerals.grammar import SPACE, grammar
from nlp.numerals.word_values import fraction_value, last_magnitude, magnitude_of_bound, times, words_value

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")  # 1.234.567,89
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")  # 1,234,567.89
_EITHER = re.compile(r"[1-9]\d{0,2},\d{3}")  # 1,800: a decimal here, a thousand in English style
_FRACTION = re.compile(rf"(?:(\d{{1,2}}){SPACE})?([1-9])/([2-9]|10)(?![\d/])")  # 2/3, 1 1/2
_DECIMAL = re.compile(r"\d+[.,]\d+")


@dataclass(frozen=True)
class Number:
    """One numeral."""

    value: float | None  # multiplied out; None for an order of magnitude without a value ("puluhan ribu")
    start: int  # characters, half open
    end: int
    digits: str  # the digits as printed, "" for a numeral in words
    magnitude: float  # what a magnitude word multiplied with; 1 without one
    about: bool = False  # printed with -an: "180.000-an"
    fraction: bool = False  # a part of something: "sepertiga", "dua pertiga"

    @property
    def whole(self) -> float | None:
        """The value where nothing can be broken: "1,800" is 1800 and not 1.8."""
        if self.magnitude == 1 and _EITHER.fullmatch(self.digits):
            return float(self.digits.replace(",", ""))
        return self.value

    @property
    def plain(self) -> bool:
        """Bare digits without separator or magnitude, as in a year or a house number."""
        return self.digits.isdigit() and self.magnitude == 1


def number(text: str) -> float | None:
    """The value of a text that is one numeral and nothing else: "dua puluh lima juta" -> 25e6, "1.800" -> 1800."""
    found = number_at(text, 0)
    return found.value if found and found.end == len(text) else None


def numbers(text: str) -> Iterator[Number]:
    """Every numeral that stands free in the text, in its order; the 19 of "Covid-19" is none."""
    position = 0
    for start in _starts(text):
        found = number_at(text, start) if start >= position else None
        if found:
            yield found
            position = found.end


def _starts(text: str) -> Iterator[int]:
    yield from (m.start() for m in re.finditer(r"(?<![^\W_])(?<!\d[.,])(?<![^\W\d_]-)[^\W_]", text))


def number_at(text: str, start: int, money: bool = False) -> Number | None:
    """The longest numeral that begins at `start`; with `money` "M" is miliar and "T" triliun."""
    found = _in_digits(text, start, money) if text[start : start + 1].isdecimal() else _in_words(text, start)
    return _restated(text, found) if found else None


def _in_digits(text: str, start: int, money: bool) -> Number | None:
    rules, printed = grammar(), _DIGITS.match(text, start)
    if (parts := _FRACTION.match(text, start)) and int(parts[2]) < int(parts[3]):
        return _fraction(text, parts)
    value = digits_value(printed[0]) if printed else None
    if printed is None or value is None:
        return None
    end, factor, about = printed.end(), 1.0, False
    if letter := rules.letter.match(text, end) if money else None:
        end, factor = letter.end(), float(lexicon("magnitudes")["after_currency"][letter[1]])
    elif word := rules.magnitude.match(text, end):
        end, about = word.end(), bool(word[3])
        factor = rules.values[word[1].lower()] * (rules.values[word[2].lower()] if word[2] else 1)
        if word[1].lower() in lexicon("magnitudes")["english"]["words"] and _EITHER.fullmatch(printed[0]):
            value = float(printed[0].replace(",", ""))
    elif suffix := rules.about.match(text, end):
        end, about = suffix.end(), True
    return Number(times(value, factor), start, end, printed[0], factor, about)


def _fraction(text: str, parts: re.Match[str]) -> Number:
    """ "2/3" -> 0.667, a part of something; "1 1/2 juta" -> 1.5e6."""
    value, word = int(parts[1] or 0) + int(parts[2]) / int(parts[3]), grammar().magnitude.match(text, parts.end())
    factor = grammar().values[word[1].lower()] if word else 1.0
    end = word.end(1) if word else parts.end()
    return Number(
        times(value, factor) if word else value,
        parts.start(),
        end,
        parts[0],
        factor,
        fraction=not parts[1] and not word,
    )


def digits_value(digits: str) -> float | None:
    """ "1.800" -> 1800, "4,4" -> 4.4, "2.5" -> 2.5, "1,234,567" -> 1234567; None for "08.00" and "1.2.3"."""
    if not digits.isascii() or re.match(r"0\d", digits):  # a clock time or a telephone number
        return None
    if digits.isdecimal():
        return float(digits)
    if _POINTED.fullmatch(digits) and not digits.startswith("0"):
        return float(digits.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", ".")) if _DECIMAL.fullmatch(digits) else None


def _in_words(text: str, start: int) -> Number | None:
    rules = grammar()
    if bound := rules.bound.match(text, start):
        return Number(None, start, bound.end(), "", magnitude_of_bound(bound[0]), about=True)
    words, fraction = rules.words.match(text, start), rules.fraction.match(text, start)
    if fraction and (words is None or fraction.end() >= words.end()):
        part = fraction_value(fraction[0])
        return Number(part, start, fraction.end(), "", 1.0, fraction=True) if part < 1 else None  # "satu per satu"
    if words is None:
        return None
    about = lexicon("numerals")["marks"]["about"]
    printed = words[0].lower().removesuffix(about) if words["some"] else words[0]
    return Number(words_value(printed), start, words.end(), "", last_magnitude(printed), about=bool(words["some"]))


def _restated(text: str, found: Number) -> Number:
    """The number with its second form in brackets, as officials write it: "19 (sembilan belas)"."""
    opening = re.compile(rf"{SPACE}?\({SPACE}?").match(text, found.end)
    second = None
    if opening and opening.end() < len(text):
        inside = opening.end()
        second = _in_digits(text, inside, False) if text[inside].isdecimal() else _in_words(text, inside)
    closing = re.compile(rf"{SPACE}?\)").match(text, second.end) if second else None
    if second is None or closing is None or second.value is None or second.value != found.value:
        return found
    digits = found.digits or second.digits
    return Number(found.value, found.start, closing.end(), digits, found.magnitude, found.about, found.fraction)
