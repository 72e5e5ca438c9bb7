"""Numbers that name, order or date something and are no quantities: "Pasal 5", "pukul 09.00", "30 April", "Covid-19".

Pure; the words stand in lexicon/numbering.toml and lexicon/months.toml.
"""

import re
from functools import cache

from nlp.data import gazetteer, lexicon
from nlp.document import Cover
from nlp.numerals.numbers import SPACE, Number
from nlp.text.patterns import any_of

_CONNECTORS = lexicon("connectors")["words"]
_UNTIL = rf"{SPACE}?{any_of(['/', *_CONNECTORS['range'], *_CONNECTORS['and']])}{SPACE}?"
_JOIN = rf"(?:{_UNTIL}|,{SPACE}?)"
_DATED = any_of([*lexicon("months")["words"]["parts_of_day"], *lexicon("months")["words"]["joins"]])
FRACTION = rf"(?<![(/\d])[1-4]/(?:[2-5]|8|10)(?={SPACE}(?!{_DATED}\b)[a-z])"  # "1/3 pelanggan", not "(1/3)"
_SHAPES = (
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@\w[\w.-]*|[#@]\w+",  # addresses
    r"(?<![\w-])[\w-]{1,63}\.(?:com|co\.id|id|go\.id|org|net)\b\S*",
    rf"(?!{FRACTION})\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?/\d{{1,2}}(?:/\d{{2,4}})?(?![\d.,]*\d)",  # 3/7/2019, 15-17/5
    r"\b\d{1,4}/\d{4}\b",  # UU 7/2021, 2019/2020
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}-\d{1,2}-\d{4}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b",
    r"(?<![\d.,])\(?(?:\+62|\b0\d{1,3})\)?[\s.-]?\d{2,}(?:[\s.-]\d{2,})*|\b1500[\s-]?\d{3}\b",  # telephones
    r"(?m)^\s*\(?\d{1,3}[.)](?=\s)",  # the numbers of a list
    r"\(\d{1,3}\)",
    r"\b\d\.0\b",  # a version: a quantity is printed 4,0 or 4
    r"\b\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}\b|\b[012]?\d:[0-5]\d\b",  # opening hours, 09:30
    r"\b\d{2,3}[.,]\d{1,2}\s?(?:FM|AM)\b",  # where a radio station is found
    r"\b\d*(?:1st|2nd|3rd|[04-9]th|1[1-3]th)\b(?=\s[A-Z])",  # "The 20th China-ASEAN Expo"; "8th" may be eight years
    r"\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\b|\b(?:19|20)\d0-?an\b",  # 2019-2024, 1990-an
)


@cache
def _months() -> str:
    """Month names in any case, their short forms with a capital."""
    months, lunar = lexicon("months"), lexicon("numbering")["months"]["lunar"]
    full = [name for names in months["months"].values() for name in names]
    short = [name for names in months["short"].values() for name in names]
    return rf"(?:(?i:{any_of([*full, *lunar])})|{any_of(short)}\b\.?)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words, numerals = lexicon("numbering"), lexicon("numerals")
    month, zone, day = _months(), any_of(words["clock"]["zones"]), any_of(words["clock"]["day"])
    before, hour = any_of(words["clock"]["before"]), r"\d{1,2}(?:[.:]\d{2})?"
    spoken = f"(?:{any_of(list(numerals['digits'] | numerals['tens']))}(?:\\s{any_of(list(numerals['teen']))})?)"
    dated = any_of(lexicon("months")["words"]["date"])
    end = rf"(?!\d|[.,]\d|{SPACE}?{any_of(words['clock']['never'])})"
    label, street = any_of(words["labels"]["words"]), any_of(words["streets"]["words"])
    one, until = r"\d{1,2}", rf"(?:{_UNTIL}|{SPACE})"
    return (
        *(re.compile(shape) for shape in _SHAPES),
        _named(),
        *_programmes(),
        # 15, 16 dan 17 Mei 2023; Agustus 2021; August 17, 2021
        re.compile(rf"\b(?:{one}{_JOIN}){{0,6}}{one}{SPACE}{month}(?!\w)(?:,?\s\d{{4}}\b)?"),
        re.compile(
            rf"\b{month}{SPACE}(?:\d{{1,2}},?{SPACE})?(?:19|20)\d\d\b|(?i:\b{dated}{SPACE}(?:{one}{_JOIN}){{0,6}}{one}\b)"
        ),
        re.compile(rf"(?i:\b{spoken}(?:\s{spoken})?)\s{month}(?!\w)"),
        re.compile(
            rf"(?i:(?<!\d\s)\b{before}{SPACE}?(?:{words['clock']['half']}{SPACE})?(?:{hour}|{spoken})(?:{until}(?:{day}{SPACE})?(?:{before}{SPACE})?{hour})?{end})"
        ),
        re.compile(rf"(?:\b{hour}{_UNTIL})?\b{hour}{SPACE}(?i:{zone})\b|(?i:\b{day}{SPACE}\d{{1,2}}[.:]\d{{2}}\b)"),
        re.compile(rf"(?i:\b{any_of(words['years']['before'])}{SPACE}'?\d0-?an\b)"),  # tahun 90-an
        re.compile(rf"\b{street}{SPACE}(?:[A-Z]\w*{SPACE}){{1,4}}\d+"),
        re.compile(
            rf"(?i:(?<![\w-]){label}){SPACE}?"
            rf"(?:(?:{_CONNECTORS['of'][0]}{SPACE})?(?:\d+|(?i:{spoken}))(?:{_UNTIL}\d+){{1,6}}|\d+|(?i:{spoken}))(?![\w%]|[.,]\d)"
        ),
    )


def _programmes() -> tuple[re.Pattern[str], ...]:
    """Programmes that bear a number, and the numbers of laws and editions before their year."""
    words, numerals = lexicon("numbering"), lexicon("numerals")
    one_each = rf"{any_of([w for w, v in numerals['digits'].items() if v == 1])}{SPACE}[^\W\d_]+"
    return (
        re.compile(rf"(?i:\b{one_each}{SPACE}{one_each})"),  # Satu Desa Satu Produk
        re.compile(rf"\b\d{{1,3}}{SPACE}{any_of(words['years']['law'])}{SPACE}(?:19|20)\d\d\b"),
    )


def _named() -> re.Pattern[str]:
    """The names of regions, districts and others that have a number in them: "Lima Puluh Kota", "Empat Lawang"."""
    numerals, listed = lexicon("numerals"), gazetteer("regions")
    small = numerals["digits"] | numerals["tens"] | numerals["powers"] | numerals["teen"]
    small |= {numerals["marks"]["one"] + word: 0 for word in [*numerals["powers"], *lexicon("magnitudes")["words"]]}
    every = [n for p in listed["province"] for key in ("kabupaten", "kota") for n in p.get(key, {}).values()]
    every += [n for group in gazetteer("districts")["districts"].values() for n in group]
    told = ((name, [word.lower() in small for word in name.split()]) for name in every)
    numbered = {name for name, flags in told if any(flags) and not all(flags)}
    return re.compile(rf"\b{any_of([*numbered, *lexicon('numbering')['names']['words']])}\b")


def names(text: str) -> Cover:
    """Ranges of characters whose numbers are no quantities. Years are not among them: see `is_year`."""
    return Cover((m.start(), m.end()) for pattern in _patterns() for m in pattern.finditer(text))


def hidden(ranges: Cover, start: int, end: int) -> bool:
    """Whether a number from `start` to `end` touches one of the ranges."""
    return ranges.meets(start, end)


def is_year(number: Number) -> bool:
    """A bare number of four digits that can be a year: "pada 2019", not "2.019" and not "Rp 2000"."""
    years = lexicon("numbering")["years"]
    return number.plain and len(number.digits) == 4 and years["first"] <= int(number.digits) <= years["last"]


def says_year(text: str, start: int) -> bool:
    """Whether the word before `start` announces a year."""
    return bool(
        re.search(
            rf"(?i:\b{any_of(lexicon('numbering')['years']['before'])}){SPACE}$", text[max(0, start - 20) : start]
        )
    )


@cache
def _idioms() -> tuple[re.Pattern[str], ...]:
    words, hours = lexicon("numbering"), [*lexicon("numerals")["digits"], *lexicon("numerals")["tens"]]
    return (
        re.compile(rf"(?i:\b{any_of(words['articles']['before'])}){SPACE}$"),
        re.compile(rf"(?i:[{SPACE[1:-1]}-]{any_of(words['articles']['after'])}\b)"),
        re.compile(rf"(?i:{SPACE}{any_of(words['ranks']['after'])}\b)"),
        re.compile(rf"(?i:{SPACE}{any_of([*words['halves']['after'], *hours])}\b)"),  # "setengah tiga" is half past two
        re.compile(rf"(?i:\b{any_of(lexicon('numerals')['digits'])}){SPACE}$"),
    )


def is_idiom(text: str, number: Number) -> bool:
    """ "salah satu", "satu sama lain", "lima besar": words of number that count nothing."""
    before, after, ranks, halves, another = _idioms()
    small = number.magnitude == 1 and number.value is not None and number.value <= 100
    if small and ranks.match(text, number.end):
        return True
    if number.fraction:
        return bool(halves.match(text, number.end))
    if not number.digits and small and another.search(text[max(0, number.start - 12) : number.start]):
        return True  # "satu dua orang"
    if number.digits or number.value != 1:
        return False
    return bool(before.search(text[max(0, number.start - 12) : number.start]) or after.match(text, number.end))


@cache
def _always() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon("numbering")["round_the_clock"]
    return (
        re.compile(rf"(?i:\b{any_of(words['before'])}){SPACE}$"),
        re.compile(rf"(?i:,?{SPACE}{any_of(words['after'])}\b)"),
    )


def is_always(text: str, number: Number, end: int) -> bool:
    """Whether a number of hours, whose unit ends at `end`, says "always": "siap 24 jam", "24 jam nonstop"."""
    if number.value != lexicon("numbering")["round_the_clock"]["hours"] or not number.plain:
        return False
    before, after = _always()
    return bool(before.search(text[max(0, number.start - 20) : number.start]) or after.match(text, end))


def is_each(text: str, number: Number, end: int) -> bool:
    """Whether "satu" and a length of time, which ends at `end`, say how often: "dalam satu minggu"."""
    if number.digits or number.value != 1:
        return False
    words = lexicon("numbering")["each"]
    before = re.search(rf"(?i:\b{any_of(words['before'])}){SPACE}$", text[max(0, number.start - 12) : number.start])
    return bool(before) and not re.match(rf"(?i:{SPACE}{any_of(words['not_after'])}\b)", text[end : end + 14])


def glued(text: str, number: Number) -> bool:
    """Whether the number is part of a word: "G20", "U-17", "ke-3", "B35", "5G"."""
    before, after = text[max(0, number.start - 30) : number.start], text[number.end : number.end + 1]
    if (after.isalnum() or after == "_") and not re.match(r"[x×]\d", text[number.end :]):
        return True
    if re.search(r"\d\s?[x×]\s?$", before):  # 3x4 meter
        return False
    if before.endswith("/") and text[number.start].isupper():  # "ANN/Tiga armada"
        return False
    if re.search(r"[^\W_]$|[_/#@&]$|\d[.,:+]$", before):
        return True
    if re.search(rf"(?i:\b{any_of(lexicon('numerals')['digits'])})[-–]$", before):  # "satu-dua pekan"
        return False
    return bool(re.search(r"[^\W\d_][-–]$", before) and not re.search(r"\d\s?[^\W\d_]+\s?[-–]$", before))
