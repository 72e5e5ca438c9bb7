"""Organisations without a head word of their own, where the words around them say what they are."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.bodies.field_words import is_field
from nlp.bodies.known import index
from nlp.data import lexicon
from nlp.people.name_words import office_word as field_word
from nlp.text.names import Word
from nlp.text.phrases import following, phrase

LONGEST = 4  # words of a name: "Sinar Mas Agro Resources"
MODIFIERS = 2  # lower-case words between the noun and the name: "perusahaan rintisan pertanian Tanihub"
NAME_GAPS = (" ", "-", " & ", "&", "'", "’")
AROUND = (" ", " (", " “", ' "', " '")  # between the noun and the name: 'perusahaan "Sinar"'
CLOSING = (",", ".", ")", ";", '"', "”")  # behind a name that nothing else goes on with
BRACKET = " ("

Range = tuple[int, int]  # first and last word of a name, inclusive


def introduced(text: list[Word], taken: set[int]) -> Iterator[Range]:
    """Names that a noun, an office or a citation introduces: "perusahaan logistik JNE", "Rini, pemilik Batik Sekar"."""
    for at, word in enumerate(text):
        if word.key not in _first_words():
            continue
        found = _behind_noun(text, at) or _behind_office(text, at) or _cited(text, at)
        if found and not taken & set(range(found[0], found[1] + 1)) and not _is_origin(text, *found):
            yield found


def _is_origin(text: list[Word], first: int, last: int) -> bool:
    """Where a firm comes from, and not its name: "perusahaan Jepang", "startup Bandung"."""
    match = index().longest(text, first)
    return match is not None and match.last == last and {known.kind for known in match.values} <= {"country", "place"}


@cache
def _first_words() -> frozenset[str]:
    data = lexicon("organisations")
    listed = [*data["nouns"]["words"], *data["offices"]["words"], *data["citing"]["verbs"]]
    return frozenset(form.split()[0] for form in listed)


def _longest(text: list[Word], at: int, forms: tuple[str, ...]) -> int | None:
    """The last word of the longest of these forms that stands at word `at`."""
    found = (phrase(text, at, form) for form in forms)
    return max((last for last in found if last is not None), default=None)


@cache
def _forms(table: str, row: str = "words") -> tuple[str, ...]:
    return tuple(lexicon("organisations")[table][row])


def _behind_noun(text: list[Word], at: int) -> Range | None:
    """ "perusahaan rintisan Sirclo", "maskapai Citilink", "koperasi Kerta Semaya"."""
    last = _longest(text, at, _forms("nouns"))
    if (
        last is None
        or last + 1 >= len(text)
        or (at and text[at - 1].key in lexicon("organisations")["nouns"]["experts"])
    ):
        return None
    opens = text[at].key in lexicon("organisations")["nouns"]["openers"] or text[last + 1].text.islower()
    if not text[at].text.islower() and not opens:
        return None  # at the beginning of a sentence "Perusahaan Gas Negara" may be a name as a whole
    first, modifiers = last + 1, lexicon("organisations")["nouns"]["modifiers"]
    while first < len(text) and first - last <= MODIFIERS and text[first].key in modifiers and text[first].gap == " ":
        first += 1
    return _name(text, first) if first < len(text) and text[first].gap in AROUND else None


def office_word(word: Word) -> bool:
    """Part of the title of somebody in a firm: "Brand Manager", "Head of Communications"."""
    return word.key in _office_words()


@cache
def _office_words() -> frozenset[str]:
    offices = lexicon("organisations")["offices"]
    return frozenset([*offices["departments"], *(word for form in offices["words"] for word in form.split())])


def _behind_office(text: list[Word], at: int) -> Range | None:
    """ "CEO Evermos, Ghufron Mustaqim", "Rini, pemilik Batik Sekar Jati, berkata": a comma parts the two names."""
    last = _longest(text, at, _forms("offices"))
    if last is None or last + 1 >= len(text):
        return None
    first = last + 1
    offices = lexicon("organisations")["offices"]
    owner = text[last].key in offices["owners"]
    while first < len(text) and not owner and _is_department(text[first]) and text[first].gap in (" ", " & "):
        first += 1
    if first >= len(text) or text[first].gap != " ":
        return None
    name = _name(text, first)
    if name is None:
        return None
    end = following(text, name[1])
    form = " ".join(word.key for word in text[at : last + 1])
    of_person = form in offices["of_persons"]
    if of_person and text[first].key in lexicon("given_names")["words"].split():
        return None
    person = end.startswith(", ") and name[1] + 1 < len(text) and _may_be_named(text[name[1] + 1])
    behind_person = "," in text[at].gap and end.strip()[:1] in CLOSING and not of_person
    if text[first].key in offices["units"]:
        return None  # "General Manager Unit Pembangkit Muara Karang, Maryono"
    field = all(is_field(word.key) for word in text[name[0] : name[1] + 1])  # "Direktur Keuangan, Budi"
    return name if (person or behind_person) and not field else None


def _is_department(word: Word) -> bool:
    """Part of the office and not of the name: "Direktur Keuangan", "General Manager Pemasaran"."""
    noun = re.fullmatch(lexicon("bodies")["fields"]["noun"], word.key) is not None
    return noun or word.key in lexicon("organisations")["offices"]["departments"]


def _cited(text: list[Word], at: int) -> Range | None:
    """A news outlet that no list holds: "dilansir dari laman Malang Kini, Senin", "mengutip lokadata.id"."""
    data = lexicon("organisations")["citing"]
    if text[at].key not in data["verbs"]:
        return None
    first, said = at + 1, False
    while first < len(text) and text[first].text in data["between"] and text[first].gap == " ":
        said = said or text[first].key in data["media"]
        first += 1
    if first >= len(text) or text[first].gap != " ":
        return None
    if address := _address(text, first):
        return None if first == at + 1 and _quotes_itself(text, address[1]) else address
    sure = text[at].key in data["sure"] or text[first - 1].key in data["sure"]
    name = _name(text, first) if said or sure else None
    return name if name and following(text, name[1]).strip()[:1] in CLOSING else None


def _quotes_itself(text: list[Word], last: int) -> bool:
    """The outlet whose text this is: "Dikutip Malangkini.com dari akun resmi …"."""
    after = text[last + 1] if last + 1 < len(text) else None
    return after is not None and after.gap == " " and after.text in lexicon("organisations")["citing"]["between"]


def _address(text: list[Word], first: int) -> Range | None:
    """ "malangkini.co.id", no address of the state."""
    last = first
    while last + 1 < len(text) and text[last + 1].gap == "." and text[last + 1].text.islower():
        last += 1
    data = lexicon("organisations")["citing"]
    state = any(word.key in data["state_domains"] for word in text[first : last + 1])
    return (first, last) if last > first and text[last].key in data["domains"] and not state else None


def _name(text: list[Word], first: int) -> Range | None:
    """Capitalised words that may be a name: no abbreviation of a kind of firm, no day, no title of a person."""
    last = first - 1
    while last + 1 < len(text) and last - first + 1 < LONGEST:
        word = text[last + 1]
        if not _may_be_named(word) or (last >= first and word.gap not in NAME_GAPS):
            break
        last += 1
    common = _common()
    known = (word.key in common or field_word(word.key) or is_field(word.key) for word in text[first : last + 1])
    if last < first or all(known):
        return None
    return first, last


def _may_be_named(word: Word) -> bool:
    data = lexicon("bodies")["organisations"]
    return word.text[0].isupper() and word.key not in data["stops"] and word.text not in data["companies"]


@cache
def _common() -> frozenset[str]:
    return frozenset(lexicon("bodies")["organisations"]["common"]) | frozenset(
        lexicon("organisations")["nouns"]["no_names"]
    )
