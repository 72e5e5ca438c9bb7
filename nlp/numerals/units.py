"""Money, percent, measures and ratios: the unit that the text prints around a numeral. Pure; they stand in lexicon/."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.data import lexicon
from nlp.numerals.numbers import SPACE
from nlp.text.patterns import any_of

_LINK = rf"(?:{SPACE}{{1,2}}|-)?"  # "10 kg", "10kg", "10-kg"


@dataclass(frozen=True)
class Unit:
    """The unit of one quantity."""

    kind: str  # percent, money, measure or ratio
    name: str  # money: ISO 4217; percent: "percent"; else as printed
    end: int  # of the printed unit, half open


def _words(names: list[str], symbols: list[str]) -> re.Pattern[str]:
    """Names in any case, symbols as they are; a letter or digit may not follow a letter."""
    its = lexicon("numerals")["marks"]["its"]  # "70 persennya"
    about = lexicon("numerals")["marks"]["about"]  # "10 tahunan"
    forms = [f"(?i:{any_of(names)})"] if names else []
    forms += [any_of(symbols)] if symbols else []
    only = any_of(lexicon("counted")["heads"]["only"])  # "2013 hanya …" is no "2013 ha-nya"
    return re.compile(
        rf"{_LINK}(?!(?i:{only})(?!\w))({'|'.join(forms)})(?:(?<=\W)(?:{its}(?!\w))?|(?:{its}|{about})?(?![\w²³]))"
    )


@cache
def _after() -> list[tuple[str, str | None, re.Pattern[str]]]:
    """Kind, fixed unit and pattern of everything that may stand behind a numeral, currencies first."""
    money = [("money", code, _words(c["names"], [])) for code, c in lexicon("currencies").items() if code != "source"]
    groups = {k: v for k, v in lexicon("units").items() if k != "source"}
    percent, ratio = groups.pop("percent"), groups.pop("ratio")
    names = [n for g in groups.values() for n in g.get("names", [])]
    symbols = [s for g in groups.values() for s in g.get("symbols", [])]
    return [
        *money,
        ("percent", "percent", _words(percent["names"], percent["symbols"])),
        ("ratio", None, _words(ratio["names"], ratio["symbols"])),
        ("measure", None, _words(names, symbols)),
    ]


def unit_at(text: str, position: int) -> Unit | None:
    """The longest unit printed right behind a numeral that ends at `position`: "12| ton" -> measure, ton."""
    found = []
    for kind, fixed, pattern in _after():
        if match := pattern.match(text, position):
            found.append(Unit(kind, fixed or _plain(match[1]), match.end()))
    return max(found, key=lambda unit: unit.end, default=None)


def _plain(printed: str) -> str:
    """ "Tahun" of a headline is "tahun", "Nm" and "MW" stay."""
    names = {n.lower() for k, group in lexicon("units").items() if k != "source" for n in group.get("names", [])}
    low = " ".join(printed.lower().split())
    return low if low in names else printed


@cache
def signs() -> dict[str, str]:
    """Currency signs and the code that each stands for: {"rp": "IDR", "us$": "USD" …}, in lower case."""
    return {sign.lower(): code for code, c in lexicon("currencies").items() if code != "source" for sign in c["signs"]}


@cache
def sign() -> str:
    """A pattern for the currency signs that stand before a numeral, as in the lexicon or in capitals."""
    printed = [s for code, c in lexicon("currencies").items() if code != "source" for s in c["signs"]]
    return any_of({*printed, *(p.upper() for p in printed)})


def currency(printed: str) -> str:
    """The ISO 4217 code of a sign: "Rp" -> "IDR"."""
    return signs()[printed.lower()]


@cache
def ratio_between() -> re.Pattern[str]:
    """What stands between the two numbers of a ratio: "1:3", "satu banding tiga"."""
    words = any_of(lexicon("units")["ratio"]["between"])
    return re.compile(rf"{SPACE}?:{SPACE}?|{SPACE}(?i:{words}){SPACE}")
