"""What a word or a few words may be in the name of an office: a field of work, a body, a region, an acronym."""

from functools import cache

from nlp.bodies.institutions import Marks, is_ministry
from nlp.bodies.short_forms import several_fields
from nlp.data import lexicon
from nlp.people.name_words import ROMAN, balinese_i, given, honorific, name_like, office_word, stopword
from nlp.text.words import Word, Words

BRACKET_WORDS = 10  # "(IKFT)", "(Badan Standardisasi dan … Kementerian Perindustrian)": longer brackets are remarks
MINISTRY_WORDS = 14  # the longest field, with its commas
ACRONYM_LETTERS = 12  # longer words in capitals are headings or names
SHORT_NAME = 5  # letters of "Setda": shorter words with such a beginning are no short names of bodies


@cache
def listed(key: str) -> frozenset[str]:
    """One list of lexicon/office_words.toml in lower case: "inner", "numbered", "after_body" …"""
    data = lexicon("office_words")
    tables = [data[table] for table in ("units", "bodies", "words", "places")]
    return frozenset(w.casefold() for table in tables for w in table.get(key, ()))


@cache
def _fields() -> frozenset[str]:
    return frozenset(lexicon("bodies")["fields"]["words"]) | listed("inner")


def field_word(word: Word) -> bool:
    """Belongs to the name of a field, a unit or a body: "Perdagangan", "Bidang"."""
    low = word.lower
    return word.capital and (low in _fields() or office_word(low) or several_fields(low))


def acronym(word: Word) -> bool:
    """Short for a field or a body: "IKM", "KemenKopUKM", "PPN"."""
    humps = sum(c.isupper() for c in word.text) > 2 and "-" not in word.text and "'" not in word.lower
    shaped = (word.acronym or (word.capital and humps)) and len(word.text) <= ACRONYM_LETTERS
    return shaped and word.text not in lexicon("person_cues")["initials"]


def state_short(word: Word) -> bool:
    """The short name of a body of the state: "Kemenperin", "Disperindag", "BPS"."""
    bodies = lexicon("office_words")["bodies"]
    prefixes = tuple(p.casefold() for p in bodies["state_prefixes"])
    begins = word.capital and len(word.text) >= SHORT_NAME and word.lower.startswith(prefixes) and not given(word)
    return begins or word.text in bodies["state_acronyms"]


def piece(word: Word) -> bool:
    """A word of a field of work, in full or in short, and no body of its own."""
    return field_word(word) or (acronym(word) and not state_short(word))


@cache
def _starts(key: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in lexicon("office_words")["bodies"][key]:
        parts = tuple(w.lower for w in Words(form))
        found.setdefault(parts[0], []).append(parts)
    return found


def body_start(words: Words, i: int) -> bool | None:
    """True where the name of a body of the state begins, False for another one, None where none begins."""
    word = words.at(i)
    if not word.capital:
        return None
    found = [
        (len(parts), state)
        for key, state in (("state", True), ("private", False))
        for parts in _starts(key).get(word.lower, ())
        if all(words.at(i + k).lower == part for k, part in enumerate(parts))
    ]
    if found and (word.text.isupper() or len(word.text) >= SHORT_NAME - 1):
        return max(found)[1]
    return True if state_short(word) else None


def is_state(words: Words, i: int, marks: Marks) -> bool:
    """A body of the state begins at word `i`, marked or by its shape."""
    mark = marks.body(words.at(i).start)
    return mark.label != "ORGANISATION" if mark else bool(body_start(words, i))


def place_at(words: Words, i: int, marks: Marks, loose: bool) -> tuple[str, str, int] | None:
    """Kind, name and end of the region at word `i`: "Kota Metro" -> ("Kota", "Metro", i + 2).

    A `loose` place needs no mark: after "Camat" any capitalised word is one.
    """
    k = i
    while words.at(k).lower in listed("kinds") and words.at(k).capital:
        k += 1 + (words.at(k + 1).text == "." and words.touching(k + 1))
    kind = words.text(i, k)
    first = words.at(i)
    mark = marks.place(first.start) or marks.place(words.at(k).start) or marks.place_over(first.start)
    if mark is not None:
        inside = mark.start < words.at(k).start
        heads = {head.casefold() for head in lexicon("places")["province_heads"]}
        own = mark.code is not None and "." not in mark.code and first.lower not in heads  # "DI" of "DI Yogyakarta"
        if inside and (own or first.lower not in listed("kinds") or mark.name.casefold().startswith(first.lower)):
            kind = ""
        return kind, mark.name, words.index(mark.end)
    if words.at(k).text in lexicon("office_words")["places"]["provinces_short"]:
        return kind, words.at(k).text, k + 1
    shaped = (name_like(words.at(k)) and not honorific(words.at(k))) or words.at(k).lower in listed("before") | listed(
        "village"
    )
    return (kind, words.text(k, _place_end(words, k)), _place_end(words, k)) if shaped and (loose or k > i) else None


def _place_end(words: Words, k: int) -> int:
    """The index after an unmarked place at word `k`: "Ogan Ilir", "Sumber Agung" (before a name)."""
    follows = words.at(k + 1)
    if words.at(k).lower in listed("village") and name_like(follows) and name_like(words.at(k + 2)):
        return k + 2
    end = k + 1
    if words.at(k).lower in listed("before") and name_like(follows) and not given(follows):
        end += 1
    while words.at(end).lower in listed("after") and words.at(end).capital and not given(words.at(end)):
        end += 1
    return end


def bracket(words: Words, i: int) -> int:
    """The index after a short bracket at word `i`, `i` when none stands there."""
    if words.at(i).text != "(" or not words.at(i + 1).text[0].isalnum():
        return i
    for end in range(i + 2, i + 2 + BRACKET_WORDS):
        if words.at(end).text == ")":
            return end + 1
        if words.at(end).text in ("\n", "(", ".", ":"):
            break
    return i


def republic_end(words: Words, i: int) -> int:
    """The index after "RI" or "Republik Indonesia" at word `i`, `i` when none stands there."""
    for parts in _republic():
        if [words.at(i + k).text for k in range(len(parts))] == parts:
            return i + len(parts)
    return i


@cache
def _republic() -> list[list[str]]:
    return [[word.text for word in Words(form)] for form in lexicon("bodies")["republic"]]


def ministry_end(words: Words, i: int) -> int:
    """The index after the field of a ministry that the gazetteer knows: "Komunikasi dan Digital"; `i` when none is."""
    republic = lexicon("bodies")["republic"][1].split()[0]
    for end in range(min(len(words), i + MINISTRY_WORDS), i, -1):
        closes = words.at(end - 1).text.isalnum() and not balinese_i(words, end - 1)
        closes = closes and words.at(end - 1).text != republic  # "Menteri Perdagangan Republik Ceko"
        if closes and "\n" not in (text := words.text(i, end)) and is_ministry(text):
            return end
    return i


def numeral(words: Words, k: int) -> bool:
    """ "Jawa Timur I", but not "Bali I Wayan Koster"."""
    return bool(ROMAN.fullmatch(words.at(k).text)) and not balinese_i(words, k)


def military_unit(words: Words, k: int) -> bool:
    """The number of a command stands before its place: "0723/Klaten", "V/Brawijaya"."""
    number = words.at(k).text.isdigit() or ROMAN.fullmatch(words.at(k).text) is not None
    return number and words.at(k + 1).text == "/" and words.touching(k + 1) and words.touching(k + 2)


def foreign(word: Word) -> bool:
    """A word that no office has: a day, "Menurut"."""
    return stopword(word) and not field_word(word)
