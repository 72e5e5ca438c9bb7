"""Which ministry a name means: by the day of the article for names that several have borne, and through misprints."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import ratio

from nlp.bodies.known import Known, index, ministries
from nlp.data import gazetteer
from nlp.text.names import Match, Word, joining_gap, words
from nlp.text.phrases import parentheses

MISPRINTS = 1  # letters of a short form that may be wrong; with two, Kemenkes is near Kemenkeu, Kemenkop, Kemensos
SHORTEST = 8  # letters of a short form in which one wrong letter is still told from another ministry
ALIKE = (
    86  # of 100, for a name in full: "Kementerian Perindustian", "Kementerian Koordinator Bidang Pemberdayaan Manusia"
)
FIRST_DAY = date.min
LONGEST = 11  # words of the longest official name, without joiners and head word


def meant(choices: Iterable[Known], day: date | None, named: set[str]) -> Known:
    """The ministry that a name means: the one of that day; without a day the one that is called so, else one that the
    text names in full, else the latest.
    """
    found = sorted(choices, key=lambda known: known.since or FIRST_DAY)
    if len(found) == 1:
        return found[0]
    said = [k for k in found if k.entity.id in named]
    alike = len({k.since for k in found}) == 1  # one house that is called by several names in full
    if alike and found[0].kind != "ministry":
        return said[-1] if said else found[0]
    if day:
        of_the_day = [k for k in found if (k.since or FIRST_DAY) <= day and (k.until is None or day <= k.until)]
        found = of_the_day or found
    else:
        found = [k for k in found if k.own] or said or found
    return found[-1]


def misprinted(text: list[Word], at: int) -> Match | None:
    """A ministry whose name is misprinted at this word: "Kemensesneg" is the Kementerian Sekretariat Negara."""
    word = text[at]
    data = gazetteer("ministries")
    if word.text in data["heads"] or word.text.capitalize() in data["heads"]:
        return _long_name(text, at)
    begins = any(word.text.casefold().startswith(head.casefold()) for head in data["short_heads"])
    if not begins or not word.text[0].isupper() or len(word.key) < SHORTEST or index().knows(word.key):
        return None
    near = [key for key in _short_forms() if _distance(word.key, key) <= MISPRINTS]
    meanings = {known for key in near for known in _short_forms()[key]}
    if len({known.entity.id for known in meanings}) != 1:
        return None
    return Match(at, at, tuple(meanings))


def shared_head(text: list[Word], match: Match, lands: set[int]) -> Iterator[Match]:
    """Further ministries behind one: Pertanian of "Kementerian Perdagangan, Perindustrian, dan Pertanian".

    `lands` are the words at which a country begins: one may follow, then the ministries are of that country.
    """
    if not any(text[match.first].key == head.casefold() for head in gazetteer("ministries")["heads"]):
        return
    last = match.last
    while last + 1 < len(text) and _lists(text[last + 1].gap):
        other = _without_head(text, last + 1, lands)
        if other is None:
            return
        yield other
        last = other.last


def _lists(gap: str) -> bool:
    return bool(joining_gap().fullmatch(gap)) and gap.strip() not in ("", "/", "-", "–")


def _without_head(text: list[Word], at: int, lands: set[int]) -> Match | None:
    """The longest name of a ministry, but for its head word, from word `at` on; nothing else in capitals behind it."""
    for count in range(min(LONGEST, len(text) - at), 0, -1):
        found = text[at : at + count]
        inside = all(joining_gap().fullmatch(word.gap) for word in found[1:])
        choices = _long_names().get(count + 1, {}).get(" ".join(word.key for word in found)) if inside else None
        if choices and all(word.text[0].isupper() for word in found):
            end = at + count
            goes_on = end < len(text) and end not in lands and text[end].gap == " " and text[end].text[0].isupper()
            return None if goes_on else Match(at, at + count - 1, choices)
    return None


def _distance(one: str, other: str) -> int:
    return DamerauLevenshtein.distance(one, other, score_cutoff=MISPRINTS)


def _long_name(text: list[Word], at: int) -> Match | None:
    following = _name_from(text, at)
    for count in range(len(following), 1, -1):
        choices = _long_names().get(count, {})
        printed = " ".join(text[i].key for i in following[1:count])
        best = process.extractOne(printed, choices.keys(), scorer=ratio, score_cutoff=ALIKE)
        if best:
            return Match(at, following[count - 1], choices[best[0]])
    return None


def _name_from(text: list[Word], at: int) -> list[int]:
    """The words that may be those of a name from word `at` on, without a short form in brackets between them."""
    found, last = [at], at
    while last + 1 < len(text) and len(found) <= LONGEST:
        after, short = parentheses(text, last)
        following = text[after + 1] if after + 1 < len(text) else None
        behind = short and following is not None and following.gap == ") "
        word = following if behind else text[last + 1]
        if word is None or not word.text[0].isupper() or not (behind or joining_gap().fullmatch(word.gap)):
            break
        last = after + 1 if behind else last + 1
        found.append(last)
    return found


@cache
def _short_forms() -> dict[str, tuple[Known, ...]]:
    """Short forms of one word in lower case -> meanings."""
    return _grouped(
        (words(name)[0].key, known) for name, known, _ in ministries() if known.short and len(words(name)) == 1
    )


@cache
def _long_names() -> dict[int, dict[str, tuple[Known, ...]]]:
    """Number of words -> the words after "Kementerian" -> meanings."""
    full = _grouped(
        (" ".join(word.key for word in words(name)), known) for name, known, _ in ministries() if not known.short
    )
    table: dict[int, dict[str, tuple[Known, ...]]] = {}
    for key, found in full.items():
        parts = key.split()
        table.setdefault(len(parts), {})[" ".join(parts[1:])] = found
    return table


def _grouped(rows: Iterable[tuple[str, Known]]) -> dict[str, tuple[Known, ...]]:
    table: dict[str, list[Known]] = {}
    for key, known in rows:
        if known not in table.setdefault(key, []):
            table[key].append(known)
    return {key: tuple(found) for key, found in table.items()}
