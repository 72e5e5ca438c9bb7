"""Each numeral of a text with what is printed around it: "4,4 juta pelaku usaha" -> 4.4e6 count, pelaku usaha. Pure.

Ranges and units that are left out come after it, in nlp/numerals/takeover.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from nlp.data import lexicon
from nlp.document import Cover
from nlp.numerals import ages, counted, number_cues, numbering
from nlp.numerals.counted import word_set
from nlp.numerals.numbers import SPACE, Number, number_at
from nlp.numerals.units import Unit, currency, ratio_between, sign, unit_at
from nlp.text.patterns import any_of

ALONE = 1e9  # from here on an amount without a noun is one of money: people and things have their noun
LARGE = 1000  # from here on a number in words counts something even where the noun is left out
_CENTS = re.compile(r",--?|\.-")  # "Rp 2.500,-"
_IN_WORD = re.compile(r"(?<=[^\W\d_])\d[\d.,]*")  # the digits of "Covid19" and "B35"
_OPENING = re.compile(rf"{SPACE}?\((?=[^\W\d])")
_VERSION = re.compile(r"\d+\.\d{1,2}")  # "Altis 1.8 Hybrid": things that are counted are printed 2,5


@dataclass(frozen=True)
class Quantity:
    """One quantity; offsets count in the text, half open."""

    number: Number
    value: float | None
    kind: str  # count, percent, money, measure or ratio
    unit: str | None  # None while what is counted is not known
    start: int
    end: int
    upper: float | None = None
    borrowed: bool = False  # the unit stands elsewhere in the text

    @property
    def bare(self) -> bool:
        """Nothing is printed behind the number that says what it counts."""
        return self.kind == "count" and self.unit is None

    @property
    def large(self) -> bool:
        """Printed with separator or magnitude: it counts something even where the noun is left out."""
        printed_large = self.number.digits or self.number.magnitude > 1 or (self.value or 0) >= LARGE
        return bool(printed_large) and not self.number.plain


@cache
def _start() -> re.Pattern[str]:
    """Where a numeral can begin: behind a currency, behind the x of "3x4", or with a word."""
    word = r"(?!(?<=\d)[x×]\d)[^\W_]+(?:[.,]\d+)*"
    return re.compile(rf"(?<![^\W_])(?P<sign>{sign()}){SPACE}{{0,2}}(?=[^\W_])|(?<=\d[x×])\d+|{word}")


@cache
def _one_of() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(lexicon('connectors')['words']['of'])}\s(?=\w)", re.I)


@cache
def _upto() -> re.Pattern[str]:
    return re.compile(rf"\s?{any_of(lexicon('connectors')['words']['range'])}\s?", re.I)


def printed(text: str, headline: int) -> Iterator[Quantity]:
    """Each numeral with what is printed around it, but for those that only name or date something."""
    names, position = numbering.names(text), 0
    while match := _start().search(text, position):
        symbol = match["sign"]
        number = number_at(text, match.end() if symbol else match.start(), money=bool(symbol))
        if number is None:
            digits = _IN_WORD.search(text, match.start(), match.end())
            position = max(match.end(), digits.end() if digits else 0)
            continue
        found = _money(text, match.start(), number, symbol) if symbol else _quantity(text, number, names, headline)
        position = max(number.end, found.end if found and found.kind in ("ratio", "measure") else 0)
        if found:
            yield found


def _money(text: str, start: int, number: Number, symbol: str) -> Quantity:
    """ "Rp 2.500,-" with its currency in front."""
    cents = _CENTS.match(text, number.end)
    return Quantity(number, number.whole, "money", currency(symbol), start, cents.end() if cents else number.end)


def _quantity(text: str, number: Number, names: Cover, headline: int) -> Quantity | None:
    """The quantity of a numeral without a currency before it; None where it is no quantity."""
    unit = unit_at(text, number.end)
    if unit is None and ages.is_age(text, number):
        return Quantity(number, number.value, "measure", _years(), number.start, number.end, borrowed=True)
    if unit and unit.kind == "measure" and counted.is_phrase(text, number.end):
        unit = None
    if _is_no_quantity(text, number, unit, names):
        return None
    if ratio := _ratio(text, number):
        return ratio
    if unit:
        value = number.whole if unit.kind == "money" else number.value
        half = _half().match(text, unit.end) if value and unit.kind == "measure" else None
        if value and half:  # "dua kuintal setengah"
            return Quantity(number, value + 1 / 2, unit.kind, unit.name, number.start, half.end())
        return Quantity(number, value, unit.kind, unit.name, number.start, unit.end)
    if number.fraction:
        return Quantity(number, number.value, "ratio", "", number.start, number.end)
    return _count(text, number, number.start < headline)


@cache
def _half() -> re.Pattern[str]:
    return re.compile(rf"{SPACE}{lexicon('numerals')['marks']['half']}(?=[.,;:!?)]|$)", re.I)


@cache
def _years() -> str:
    """What ages are counted in."""
    return str(lexicon("units")["duration"]["names"][0])


def _is_no_quantity(text: str, number: Number, unit: Unit | None, names: Cover) -> bool:
    """Whether the number dates, orders or names something; percent and money decide against it."""
    certain = unit is not None and unit.kind in ("percent", "money")
    if not certain and numbering.hidden(names, number.start, number.end):
        return True
    if unit and unit.name in lexicon("units")["duration"]["names"]:
        dated = numbering.is_year(number) and (number.value or 0) % 100  # "Inacraft 2024 Hari Terakhir"
        if dated or numbering.is_always(text, number, unit.end) or numbering.is_each(text, number, unit.end):
            return True
    whole = replace(number, end=unit.end) if unit else number  # in "10kg" nothing sticks to the number
    if number_cues.is_stuck(text, number.end):
        return False
    return numbering.is_idiom(text, number) or numbering.glued(text, whole)


def _count(text: str, number: Number, headline: bool) -> Quantity | None:
    """A number of things; its unit stays None where no noun follows."""
    strict = number_cues.is_strict(text, number.end)
    if numbering.is_year(number) and (numbering.says_year(text, number.start) or not strict):
        return _below(text, number)
    if number.value == 1 and not number.digits and not strict:  # "satu" is "a" where no unit follows
        bare = Quantity(number, 1.0, "count", None, number.start, number.end, borrowed=True)
        upto = _upto().match(text, number.end)  # "satu hingga lima ton"
        return bare if _one_of().match(text, number.end) or (upto and number_at(text, upto.end())) else None
    if number.magnitude == 1 and _VERSION.fullmatch(number.digits):
        return None
    noun = counted.noun_after(text, number.end, headline, number_cues.counts(text, number.start))
    if noun is None and number.value is None and not _bound_is_meant(text, number, headline):
        return None
    if (noun and not headline and number_cues.names(text, number, noun.start)) or _told_again(text, number):
        return None
    near = noun is not None and not text[number.end : noun.start].strip()
    end = noun.end if noun and near else number.end
    unit = counted.base(noun.text) if noun else None
    if unit and unit in word_set("heads", "empty"):  # "stan sebanyak |359 buah"
        unit = number_cues.thing_before(text, number.start, headline, unit) or unit
    return Quantity(number, number.whole, "count", unit, number.start, end, borrowed=not near)


def _below(text: str, number: Number) -> Quantity | None:
    """The lower end of a range whose upper end is no year: "|2000 sampai 3000 pasang"."""
    upto = _upto().match(text, number.end)
    upper = number_at(text, upto.end()) if upto else None
    if upper is None or not upper.plain or numbering.is_year(upper) or len(upper.digits) != len(number.digits):
        return None
    return Quantity(number, number.value, "count", None, number.start, number.end, borrowed=True)


def _told_again(text: str, number: Number) -> bool:
    """Whether the number stands once more in brackets, with what it counts: "ada 5 (lima pelatihan)"."""
    opening = _OPENING.match(text, number.end)
    again = number_at(text, opening.end()) if opening else None
    return again is not None and again.value == number.value and not again.digits


def _bound_is_meant(text: str, number: Number, headline: bool) -> bool:
    """Whether a bound without a noun counts something: "mencapai ratusan", "omzet hingga puluhan juta"."""
    if number_cues.follows(text, number.end) or number_cues.leads_bound(text, number.start):
        return True
    if number.magnitude >= ALONE:
        return True
    return number.magnitude > 1 and number_cues.is_money(text, 0, number.start, headline)


def _ratio(text: str, number: Number) -> Quantity | None:
    """ "1:3", "satu banding tiga" -> 0.333."""
    between = ratio_between().match(text, number.end)
    second = number_at(text, between.end()) if between else None
    if second is None or not second.value or number.value is None or re.match(r"[\w:]", text[second.end :]):
        return None
    return Quantity(number, number.value / second.value, "ratio", "", number.start, second.end)
