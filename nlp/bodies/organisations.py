"""Organisations behind a head word: companies, associations, universities, banks, cooperatives, parties."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.bodies.introduced import introduced, office_word
from nlp.bodies.known import entity, index
from nlp.data import gazetteer, lexicon
from nlp.document import Entity
from nlp.people.firm_persons import speakers, without_person
from nlp.text.names import Word
from nlp.text.phrases import headlines, near, parentheses, phrase, printed

LONGEST = 12  # words of a name; what goes on longer is a list
LONGEST_BEFORE_END = 5  # words before "Foundation", "Corporation"
INITIAL = 3  # letters of a word that a full stop may follow inside a name: "PT H.M. Sampoerna"
COMPANY_GAPS = (" ", "-", " & ", ".", ". ", "&", "'", "/")
NAME_GAPS = (" ", "-", "’", "'", "/", " & ")
KINDS = ("companies", "associations", "institutions")


@dataclass(frozen=True)
class Organisation:
    """Words first..last (inclusive) name `entity`."""

    first: int
    last: int
    entity: Entity
    rule: str = "organisations.head_word"


def organisations(text: list[Word], marked: set[int], read: set[int]) -> Iterator[Organisation]:
    """The organisations behind head words, then their short forms.

    No short form overrules the words `marked`, which begin a listed one; the words `read` belong to other names.
    """
    short: dict[str, Entity] = {}
    taken, at, persons, titled = set(read), 0, speakers(text), headlines(text)
    while at < len(text):
        last = None if at in read or _chapter_of(text, at, short) else _last(text, at, persons)
        if last is not None and at in titled:
            last = _printed_again(text, at, last, titled)
        if last is None or read & set(range(at, last + 1)):
            at += 1
            continue
        meant = _entity(text, at, last)
        yield Organisation(at, last, meant)
        taken |= set(range(at, last + 1))
        end, brand = parentheses(text, last)
        if len(brand) > 1:
            yield Organisation(last + 1, end, meant, "organisations.brand")
            taken |= set(range(last + 1, end + 1))
        short |= dict.fromkeys(_short_form(brand), meant)
        at = max(end, last) + 1 if len(brand) > 1 else last + 1
    for first, last in introduced(text, taken | marked | titled):
        meant = _entity(text, first, last)
        yield Organisation(first, last, meant, "organisations.introduced")
        taken |= set(range(first, last + 1))
        short |= dict.fromkeys(_short_form(parentheses(text, last)[1]), meant)
        short.setdefault(printed(text, first, last), meant)
    for at, word in enumerate(text):
        if word.text in short and at not in taken | marked:
            yield Organisation(at, at, short[word.text], "organisations.short_form")


def _printed_again(text: list[Word], at: int, last: int, titled: frozenset[int]) -> int | None:
    """The last word of the longest beginning of a name in a headline that the text below prints as well."""
    for end in range(last, at, -1):
        name = [word.text for word in text[at : end + 1]]
        for start in range(len(text) - len(name) + 1):
            if start not in titled and [word.text for word in text[start : start + len(name)]] == name:
                return end
    return None


def _last(text: list[Word], at: int, persons: frozenset[int]) -> int | None:
    """The last word of the organisation whose name begins at word `at`, before the name of a person."""
    behind = text[at - 1].key if at and text[at].gap == " " else ""
    if not text[at].text[0].isupper() or behind in lexicon("bodies")["organisations"]["not_behind"]:
        return None
    for kind in KINDS:
        for head in _heads(kind).get(text[at].text, ()):
            end = phrase(text, at, head)
            if end is not None and _of_listed(text, at, end):
                return None
            if end is not None:
                if kind == "institutions" and _begins_listed(text, at):
                    return None  # is marked already: "Bank Mandiri Rudi Hartono" goes on with a person
                after, _ = parentheses(text, end)
                end = after if near(text, after + 1) else end  # "Kelompok Usaha Bersama (KUB) Sumber Rejeki"
                last = without_person(text, at, end, _tail(text, end, kind), persons)
                return last if _is_name(text[end + 1 : last + 1], kind) else None
    return _by_end(text, at)


def _chapter_of(text: list[Word], at: int, short: dict[str, Entity]) -> bool:
    """Whether a chapter of an association stands here that the text has given a short form: "DPC PKN"."""
    chapter = text[at].text in lexicon("bodies")["organisations"]["chapters"]
    return chapter and at + 1 < len(text) and text[at + 1].gap == " " and text[at + 1].text in short


def _of_listed(text: list[Word], at: int, end: int) -> bool:
    """Whether the head word at..end only says what part of a listed party or firm is meant.

    "DPD Partai Golkar", "Dewan Pimpinan Daerah (DPD) PKS", "Hipmi PT" (perguruan tinggi).
    """
    data = lexicon("bodies")["organisations"]
    if text[at].text in data["chapters"] or printed(text, at, end) in data["chapters_in_full"]:
        after = parentheses(text, end)[0] + 1
        return near(text, after) and _begins_listed(text, after, _parties())
    return at > 0 and text[at].gap == " " and text[at].text in data["companies"] and _begins_listed(text, at - 1)


def _begins_listed(text: list[Word], at: int, among: frozenset[str] | None = None) -> bool:
    match = index().longest(text, at)
    listed = [known.entity.name for known in match.values if known.kind == "organisation"] if match else []
    return bool(listed) and (among is None or bool(among & set(listed)))


@cache
def _parties() -> frozenset[str]:
    data = gazetteer("organisations")
    groups = [group["names"] for group in data["group"] if group["name"] == data["branches"]["none_of"]]
    return frozenset(names[0] for group in groups for names in group)


@cache
def _heads(kind: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for head in sorted(lexicon("bodies")["organisations"][kind], key=len, reverse=True):
        table.setdefault(head.split()[0], []).append(head)
    return {first: tuple(heads) for first, heads in table.items()}


def _tail(text: list[Word], end: int, kind: str) -> int:
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
    if word.text in lexicon("bodies")["organisations"]["parts"].get(kind, ()) and text[at - 1].text not in _heads(kind):
        return False
    if word.key in _stops() and not text[at - 1].text.isdigit():  # "Universitas 17 Agustus 1945"
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
    if word.text.isupper() or any(word.text in _heads(other) for other in KINDS):
        return False
    field = word.key in data["fields"]["words"] or word.key in data["organisations"]["common"]
    return field or (kind == "associations" and index().longest(text, at) is None)


def _is_name(tail: list[Word], kind: str) -> bool:
    """Whether what stands behind the head word is more than a common noun: not "Bank Pembangunan", "Forum UMKM"."""
    data = lexicon("bodies")["organisations"]
    own = [word for word in tail if word.key not in data["common"] and word.text not in data["companies"]]
    if kind == "associations":  # "Asosiasi Pengusaha Indonesia", not "Asosiasi Pedagang"
        return bool(own) or (len(tail) > 1 and tail[-1].key == data["nation"])
    return bool(own)


def _by_end(text: list[Word], at: int) -> int | None:
    """ "Ford Foundation": capitalised words up to one that only closes the name of an organisation."""
    ends = lexicon("bodies")["organisations"]["ends"]
    inside = at > 0 and text[at].gap == " " and text[at - 1].text[0].isupper() and not office_word(text[at - 1])
    starts = not office_word(text[at]) and text[at].key not in lexicon("bodies")["organisations"]["no_ends"]
    if inside or not starts or text[at].key in _stops() or len(text[at].text) == 1:
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
def _stops() -> frozenset[str]:
    return frozenset(lexicon("bodies")["organisations"]["stops"])


def _entity(text: list[Word], first: int, last: int) -> Entity:
    """The listed organisation where the name or its brand is one, without "PT" and "Tbk" too; else one of its own."""
    data = lexicon("bodies")["organisations"]
    end = last
    while text[end].text in data["company_tails"]:
        end -= 1
    company = text[first].text in data["companies"]
    brand_ends, brand = parentheses(text, last)
    if not company and all(word.isupper() for word in brand):  # its own abbreviation, that may mean others elsewhere
        brand_ends = last
    chapter = text[first].text in data["chapters"]  # "DPD HIMKI"
    for start, stop in ((first, end), (first + (company or chapter), end), (last + 1, brand_ends)):
        listed = _listed(text, start, stop) if start <= stop else None
        if listed:
            return listed
    return entity("ORGANISATION", printed(text, first, end))


def _listed(text: list[Word], first: int, last: int) -> Entity | None:
    match = index().longest(text, first)
    if match is None or match.last != last:
        return None
    return next((known.entity for known in match.values if known.kind in ("organisation", "outlet")), None)


def _short_form(short: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in parentheses behind the name, when it is one word and a name: "(APPBI)"."""
    data = lexicon("bodies")["organisations"]
    own = len(short) == 1 and short[0].casefold() not in _stops() and short[0] not in data["company_tails"]
    return short if own else ()
