"""Whether an article is the profile of one maker or seller, though it never names small industry."""

import re
from functools import cache

from nlp.data import gazetteer

LIVELIHOOD = 2  # different words on living by a small business, below which a maker is only mentioned
TOLD = 3  # different words of that sort and of making and selling, together
TOLD_ALONE = 4  # the same where only one of them is on living by it
ELSEWHERE = 2  # words of other news that make goods and makers a part of that


def makers_words(title: str, text: str) -> tuple[str, ...]:
    """The words that tell such a story, each once; none where the headline names no goods or the news is another.

    ("Kue Kering Paridah Laris", "Pesanan datang … usahanya … dijual …") -> Kue, Pesanan, usahanya, dijual
    """
    goods, whole = _found("goods", title), f"{title}\n{text}"
    if not goods or _pattern("elsewhere").search(title) or len(_pattern("elsewhere").findall(whole)) >= ELSEWHERE:
        return ()
    living, trading = _found("livelihood", whole), _found("trade", whole)
    enough = TOLD if len(living) >= LIVELIHOOD else TOLD_ALONE
    told = bool(living) and len(living) + len(trading) >= enough
    return (*goods, *living, *trading) if told else ()


def _found(words: str, text: str) -> tuple[str, ...]:
    first = {match[0].casefold(): match[0] for match in reversed(list(_pattern(words).finditer(text)))}
    return tuple(reversed(first.values()))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    longest_first = sorted(gazetteer("ikm")["ikm"][words], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
