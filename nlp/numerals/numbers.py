"""Numerals of the Indonesian press, in digits and in words, with their offsets: "1,2 triliun" -> 1.2e12.

Pure: it knows nothing of units, of what is counted, or of names. What a number means stands in
nlp/numerals/quantities.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.data import lexicon
from nlp.text.patterns import any_of

SPACE = r"[ \t\u00a0\u202f]"  # never a line end
GAP = SPACE + "{1,2}"  # between the words of one numeral
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


@dataclass(frozen=True)
class _Grammar:
    words: re.Pattern[str]  # a numeral in words
    fraction: re.Pattern[str]
    bound: re.Pattern[str]
    magnitude: re.Pattern[str]  # after a numeral in digits
    letter: re.Pattern[str]  # the same after a currency
    about: re.Pattern[str]
    values: dict[str, float]


@cache
def _grammar() -> _Grammar:
    words, big = lexicon("numerals"), lexicon("magnitudes")
    one, about, half = words["marks"]["one"], words["marks"]["about"], words["marks"]["half"]
    digit, power, magnitude = any_of(words["digits"]), words["powers"], any_of(big["words"])
    ten, hundred = power
    (teen,) = words["teen"]
    ones = "|".join(words["tens"])
    small = rf"(?:{ones}|{digit}{GAP}{teen}|{digit}{GAP}{ten}(?:{GAP}{digit})?|{digit})"
    group = rf"(?:(?:{one}{hundred}|{digit}{GAP}{hundred})(?:{GAP}{small})?|{small})(?:{GAP}{half})?"
    great = rf"(?:{one}{magnitude}|{group}{GAP}{magnitude}(?:{GAP}{magnitude})?|{half}{GAP}{magnitude})"
    end = r"(?![\w]|-\w)"
    some = rf"{group}{GAP}{magnitude}{about}"  # "dua jutaan"
    fractions = rf"(?:{any_of(words['fractions'])}|{digit}{GAP}{words['marks']['part']}{SPACE}{{0,2}}{digit})"
    values = {**words["digits"], **words["tens"], **big["words"], **power, **words["teen"], **words["fractions"]}
    values |= {one + w: v for w, v in {**big["words"], **power}.items()}
    suffix = rf"(?:{about}\b)?"
    return _Grammar(
        words=re.compile(rf"(?:(?P<some>{some})|{great}(?:{GAP}{great})*(?:{GAP}{group})?|{group}){end}", re.I),
        fraction=re.compile(rf"{fractions}(?:{words['marks']['its']})?{end}", re.I),
        bound=re.compile(rf"{any_of(words['bounds']['words'])}(?:{GAP}{magnitude})*{end}", re.I),
        magnitude=re.compile(rf"(?:{GAP})?({magnitude})(?:{GAP}({magnitude}))?(?:-?({about}))?(?!\w)", re.I),
        letter=re.compile(rf"(?:{GAP})?({any_of(big['after_currency'])}){suffix}(?!\w)"),
        about=re.compile(rf"-?{about}\b", re.I),
        values={k.lower(): float(v) for k, v in values.items()},
    )


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
    grammar, printed = _grammar(), _DIGITS.match(text, start)
    if (parts := _FRACTION.match(text, start)) and int(parts[2]) < int(parts[3]):
        return _fraction(text, parts)
    value = digits_value(printed[0]) if printed else None
    if printed is None or value is None:
        return None
    end, factor, about = printed.end(), 1.0, False
    if letter := grammar.letter.match(text, end) if money else None:
        end, factor = letter.end(), float(lexicon("magnitudes")["after_currency"][letter[1]])
    elif word := grammar.magnitude.match(text, end):
        end, about = word.end(), bool(word[3])
        factor = grammar.values[word[1].lower()] * (grammar.values[word[2].lower()] if word[2] else 1)
    elif suffix := grammar.about.match(text, end):
        end, about = suffix.end(), True
    return Number(_times(value, factor), start, end, printed[0], factor, about)


def _fraction(text: str, parts: re.Match[str]) -> Number:
    """ "2/3" -> 0.667, a part of something; "1 1/2 juta" -> 1.5e6."""
    value, word = int(parts[1] or 0) + int(parts[2]) / int(parts[3]), _grammar().magnitude.match(text, parts.end())
    factor = _grammar().values[word[1].lower()] if word else 1.0
    end = word.end(1) if word else parts.end()
    return Number(
        _times(value, factor) if word else value,
        parts.start(),
        end,
        parts[0],
        factor,
        fraction=not parts[1] and not word,
    )


def _times(value: float, factor: float) -> float:
    return float(f"{value * factor:.15g}")  # 15 digits: 2.3 * 1e12 is meant, not 2299999999999.9995


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
    grammar = _grammar()
    if bound := grammar.bound.match(text, start):
        return Number(None, start, bound.end(), "", 1.0, about=True)
    words, fraction = grammar.words.match(text, start), grammar.fraction.match(text, start)
    if fraction and (words is None or fraction.end() >= words.end()):
        part = _fraction_value(fraction[0])
        return Number(part, start, fraction.end(), "", 1.0, fraction=True) if part < 1 else None  # "satu per satu"
    if words is None:
        return None
    printed = words[0].removesuffix(lexicon("numerals")["marks"]["about"]) if words["some"] else words[0]
    return Number(_words_value(printed), start, words.end(), "", _last_magnitude(printed), about=bool(words["some"]))


def _last_magnitude(words: str) -> float:
    """ "tiga juta" -> 1e6, so that "dua hingga tiga juta" begins with two million; 1 for "dua juta lima ratus ribu"."""
    magnitudes = lexicon("magnitudes")["words"]
    named = [word for word in words.lower().split() if word in magnitudes]
    return float(magnitudes[named[0]]) if len(named) == 1 and words.lower().endswith(named[0]) else 1.0


def _fraction_value(words: str) -> float:
    """ "dua pertiga" -> 0.667."""
    grammar, part = _grammar(), lexicon("numerals")["marks"]["part"]
    low = words.lower().removesuffix(lexicon("numerals")["marks"]["its"])
    if low in grammar.values:
        return grammar.values[low]
    top, bottom = re.split(rf"\s+{part}\s*", low, maxsplit=1)
    return grammar.values[top] / grammar.values[bottom]


def _words_value(words: str) -> float:
    """ "dua ratus dua belas ribu lima" -> 212005."""
    values, magnitudes, numerals = _grammar().values, lexicon("magnitudes")["words"], lexicon("numerals")
    total = group = digit = 0.0
    for word in words.lower().split():
        if word in magnitudes:
            if not group + digit:  # "dua ribu triliun": the second magnitude multiplies all before it
                total *= values[word]
            total, group, digit = total + (group + digit) * values[word], 0.0, 0.0
        elif word in numerals["powers"]:
            group, digit = group + digit * values[word], 0.0
        elif word in numerals["digits"]:
            digit = values[word]
        elif values[word] >= min(magnitudes.values()):  # "seribu"
            total += values[word]
        else:
            group += values[word]
    return _times(total + group + digit, 1.0)


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
