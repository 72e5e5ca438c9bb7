"""Which words belong to the name of an organisation: from its head word on, or up to the word that closes it."""

from dataclasses import dataclass
from functools import cache

from nlp.bodies.introduced import office_word
from nlp.bodies.known import index
from nlp.data import lexicon
from nlp.document import Entity
from nlp.text.names import Word
from nlp.text.phrases import parentheses

LONGEST = 12  # words of a name; what goes on longer is a list
LONGEST_BEFORE_END = 5  # words before "Foundation", "Corporation"
INITIAL = 3  # letters of a word that a full stop may follow inside a name: "PT H.M. Sampoerna"
COMPANY_GAPS = (" ", "-", " & ", ".", ". ", "&", "'")
END_GAPS = (" ", "-", " and ", " & ")
NAME_GAPS = (" ", "-", "’", "'", "/", " & ")
KINDS = ("companies", "associations", "institutions")


@dataclass(frozen=True)
class Organisation:
    """Words first..last (inclusive) name `entity`."""

    first: int
    last: int
    entity: Entity
    rule: str = "organisations.head_word"


@cache
def head_words(kind: str) -> dict[str, tuple[str, ...]]:
    """The heads of one kind by their first word, the longest first: {"PT": ("PT",), "Bank": ("Bank Dunia", "Bank")}."""
    table: dict[str, list[str]] = {}
    for head in sorted(lexicon("bodies")["organisations"][kind], key=len, reverse=True):
        table.setdefault(head.split()[0], []).append(head)
    return {first: tuple(heads) for first, heads in table.items()}


def tail_end(text: list[Word], end: int, kind: str) -> int:
    """The last word of the name whose head word ends at `end`."""
    last, tails = end, lexicon("bodies")["organisations"]["company_tails"]
    if kind == "associations" and _names_aim(text, end):
        last = end + 2  # "Perkumpulan untuk Peningkatan Usaha Kecil"
    while last + 1 < len(text) and last - end < LONGEST:
        closes = last == end and text[last + 1].gap == ") " and text[last + 1].text[0].isupper()
        tail = kind == "companies" and text[last + 1].text in tails
        if not closes and not tail and not _belongs(text, last + 1, kind):
            break
        last += 1
    return last


def _names_aim(text: list[Word], end: int) -> bool:
    """Whether behind the head word what it is for stands as part of the name."""
    aim = end + 2 < len(text) and text[end + 1].text in lexicon("bodies")["organisations"]["aims"]
    return aim and text[end + 2].gap == " " and text[end + 2].text[0].isupper() and text[end + 2].text.isalpha()


def _belongs(text: list[Word], at: int, kind: str) -> bool:
    word = text[at]
    if not (word.text[0].isupper() or word.text.isdigit()):
        return False
    if word.text in lexicon("bodies")["organisations"]["parts"].get(kind, ()) and text[at - 1].text not in head_words(
        kind
    ):
        return False
    numbered = text[at - 1].text.isdigit()  # "Universitas 17 Agustus 1945"
    if word.key in stops() and not numbered and not _inner(text, at):
        return False
    if kind == "companies":
        sentence_ends = word.gap == ". " and len(text[at - 1].text) > INITIAL
        return word.gap in COMPANY_GAPS and not sentence_ends
    return _goes_on(text, at, kind) if _is_joined(word) else word.gap in NAME_GAPS


def _inner(text: list[Word], at: int) -> bool:
    """A small word in the midst of a name, printed with a capital: "Air Minum Dalam Kemasan"."""
    after = text[at + 1] if at + 1 < len(text) else None
    small = text[at].text in lexicon("bodies")["organisations"]["inner"] and text[at].gap == " "
    return small and after is not None and after.gap == " " and after.text.istitle() and after.key not in stops()


def _is_joined(word: Word) -> bool:
    return word.gap.strip().casefold() in lexicon("bodies")["joiners"]


def _goes_on(text: list[Word], at: int, kind: str) -> bool:
    """Whether it goes on behind "dan": "Asosiasi Perajin dan Pengusaha Batik", not "Universitas Airlangga dan BPS"."""
    word, data = text[at], lexicon("bodies")
    if word.text.isupper() or any(word.text in head_words(other) for other in KINDS):
        return False
    field = word.key in data["fields"]["words"] or word.key in data["organisations"]["common"]
    return field or (kind == "associations" and index().longest(text, at) is None)


def is_name(tail: list[Word], kind: str) -> bool:
    """Whether what stands behind the head word is more than a common noun: not "Bank Pembangunan", "Forum UMKM"."""
    data = lexicon("bodies")["organisations"]
    own = [word for word in tail if word.key not in data["common"] and word.text not in data["companies"]]
    if kind == "associations":  # "Asosiasi Pengusaha Indonesia", not "Asosiasi Pedagang"
        return bool(own) or (len(tail) > 1 and tail[-1].key == data["nation"])
    return bool(own)


def by_end(text: list[Word], at: int) -> int | None:
    """ "Ford Foundation": capitalised words up to one that only closes the name of an organisation."""
    data = lexicon("bodies")["organisations"]
    before = text[at - 1] if at and text[at].gap in END_GAPS else None
    inside = before is not None and before.text[0].isupper() and not (text[at].gap == " " and office_word(before))
    starts = text[at].key not in _no_starts() and (text[at].gap.endswith("(") or not office_word(text[at]))
    if not starts or text[at].key in stops() or len(text[at].text) == 1 or not text[at].text[0].isupper():
        return None
    last = _last_end(text, at)
    whole = last is not None and (not inside or spelled(text, at, last))
    return _with_aim(text, last) if last is not None and whole and text[last - 1].key not in data["no_ends"] else None


@cache
def _no_starts() -> frozenset[str]:
    """Words with which no name begins that one of `ends` closes."""
    never = lexicon("bare_names")["never"]
    return frozenset([*lexicon("bodies")["organisations"]["no_ends"], *never["openers"], *never["first"]])


def _last_end(text: list[Word], at: int) -> int | None:
    """The last of the capitalised words from word `at` on that closes names."""
    found = None
    for last in range(at + 1, min(at + LONGEST_BEFORE_END, len(text))):
        if text[last].gap not in END_GAPS or not text[last].text[0].isupper():
            break
        found = last if _closes(text, at, last) else found
    return found


def _closes(text: list[Word], at: int, last: int) -> bool:
    """The word ends names: "Foundation", and the "Center" of "Walisongo Halal Center"."""
    data = lexicon("bodies")["organisations"]
    centre = text[last].text in data["centres"]["words"] and text[last - 1].key in data["centres"]["behind"]
    ends = text[last].text in data["ends"] and text[last - 1].key not in data["no_end_behind"]
    fair = last == at + 1 and text[last].text in data["fairs"] and _region(text, at)
    return (centre and last > at + 1) or (ends and not fair)


def _region(text: list[Word], at: int) -> bool:
    match = index().longest(text, at)
    return match is not None and any(known.region for known in match.values)


def _with_aim(text: list[Word], last: int) -> int:
    """ "Institute for Development of Economics and Finance": what it is for belongs to the name."""
    if last + 2 >= len(text) or text[last + 1].text not in ("for", "of", "on") or not text[last + 2].text[0].isupper():
        return last
    last += 2
    while last + 1 < len(text) and text[last + 1].gap in (" ", " and ") and text[last + 1].text[0].isupper():
        last += 1
    return last


def spelled(text: list[Word], first: int, last: int) -> bool:
    """The short form in brackets behind the words is their first letters: "Walisongo Halal Center (WHC)"."""
    short = "".join(parentheses(text, last)[1])
    return len(short) > 1 and short.casefold() == "".join(word.key[0] for word in text[first : last + 1])


@cache
def stops() -> frozenset[str]:
    """Words at which a name ends though they are capitalised."""
    return frozenset(lexicon("bodies")["organisations"]["stops"])
