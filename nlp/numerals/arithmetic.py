"""Whether the sums of a text can be right: "dari 30.000, baru 30 persen atau 10.000" cannot.

Pure. Nothing is corrected.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from nlp.data import lexicon
from nlp.numerals.quantities import Quantity
from nlp.text.patterns import any_of

ROUNDED = 0.02  # the press rounds to two places: 2 of 100 off is no mistake
ROUGHLY = 0.05  # with "sekitar" or -an


@cache
def _told_again() -> re.Pattern[str]:
    words = lexicon("connectors")["words"]
    return re.compile(rf",?\s?{any_of(words['or'])}\s?(?P<about>{any_of(words['roughly'])}\s)?", re.I)


@cache
def _of() -> re.Pattern[str]:
    words = lexicon("connectors")["words"]
    return re.compile(rf"\b{any_of(words['of'])}\s(?:{any_of(words['bases'])}\s)*$", re.I)


@cache
def _becomes() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(lexicon('connectors')['words']['becomes'])}\b", re.I)


def doubtful(text: str, found: Sequence[Quantity], sentences: Sequence[tuple[int, int]]) -> set[Quantity]:
    """The amounts that are said to be a percentage of a number in their sentence and differ by more than rounding."""
    wrong: set[Quantity] = set()
    starts = [q.start for q in found]
    for start, end in sentences:
        within = found[bisect_left(starts, start) : bisect_left(starts, end)]
        here = [q for q in within if q.value is not None and q.upper is None]
        for a, b in pairwise(here):
            between = _told_again().fullmatch(text[a.end : b.start])
            if between is None or (a.kind == "percent") == (b.kind == "percent"):
                continue
            share, amount = (a, b) if a.kind == "percent" else (b, a)
            base = _base(text, here, share, amount)
            if base and not _fits(share, amount, base, bool(between["about"]) or amount.number.about):
                wrong.add(amount)
    return wrong


def _base(text: str, here: Sequence[Quantity], share: Quantity, amount: Quantity) -> Quantity | None:
    """The number of which the share is taken: the nearest of the same unit behind "dari"."""
    others = (q for q in here if q not in (share, amount) and (q.kind, q.unit) == (amount.kind, amount.unit))
    bases = [q for q in others if _of().search(text[max(0, q.start - 40) : q.start])]
    bases = [q for q in bases if q.start > amount.start or not _becomes().search(text, q.end, amount.start)]
    return min(bases, key=lambda q: abs(q.start - share.start), default=None)


def _fits(share: Quantity, amount: Quantity, base: Quantity, about: bool) -> bool:
    """Whether amount is share percent of base, as exactly as the text prints them."""
    percent, part, total = share.value or 0.0, amount.value or 0.0, base.value or 0.0
    decimals = len(share.number.digits.partition(",")[2])
    half = 0.5 * 10**-decimals  # of the last printed digit
    slack = ROUGHLY if about else ROUNDED
    low, high = total * (percent - half) / 100, total * (percent + half) / 100
    return low * (1 - slack) <= part <= high * (1 + slack)
