"""Which words belong to the name of an organisation: from its head word on, or up to the word that closes it."""

from functools import cache

from nlp.bodies.introduced import office_word
from nlp.bodies.known import index
from nlp.data import lexicon
from nlp.text.names import Word

LONGEST = 12  # words of a name; what goes on longer is a list
LONGEST_BEFORE_END = 5  # words before "Foundation", "Corporation"
INITIAL = 3  # letters of a word that a full stop may follow inside a name: "PT H.M. Sampoerna"
COMPANY_GAPS = (" ", "-", " & ", ".", ". ", "&", "'", "/")
NAME_GAPS = (" ", "-", "’", "'", "/", " & ")
KINDS = ("companies", "associations", "institutions")


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
    if word.key in stops() and not text[at - 1].text.isdigit():  # "Universitas 17 Agustus 1945"
        return False
    if kind == "companies":
        sentence_ends = word.gap == ". " and len(text[at - 1].text) > INITIAL
        return word.gap in COMPANY_GAPS and not sentence_ends
    return _goes_on(text, at, kind) if _is_joined(word) else word.gap in NAME_GAPS


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
    ends = lexicon("bodies")["organisations"]["ends"]
    inside = at > 0 and text[at].gap == " " and text[at - 1].text[0].isupper() and not office_word(text[at - 1])
    starts = not office_word(text[at]) and text[at].key not in lexicon("bodies")["organisations"]["no_ends"]
    if inside or not starts or text[at].key in stops() or len(text[at].text) == 1:
        return None
    for last in range(at + 1, min(at + LONGEST_BEFORE_END, len(text))):
        if text[last].gap != " " or not text[last].text[0].isupper():
            return None
        if text[last].text in ends:
            if last + 2 < len(text) and text[last + 1].text in ("for", "of", "on") and text[last + 2].text[0].isupper():
                while (
                    last + 2 < len(text) and text[last + 2].gap in (" ", " and ") and text[last + 2].text[0].isupper()
                ):
                    last += 1
                last += 1
            return last if text[last - 1].key not in lexicon("bodies")["organisations"]["no_ends"] else None
    return None


@cache
def stops() -> frozenset[str]:
    """Words at which a name ends though they are capitalised."""
    return frozenset(lexicon("bodies")["organisations"]["stops"])
