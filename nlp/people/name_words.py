"""Which words may stand in the name of a person: given names, honorifics, initials, and the words that are no names."""

import re
from functools import cache, lru_cache

from nlp.data import gazetteer, lexicon
from nlp.text.words import Word, Words

HUMP = re.compile(r"[A-Z][^\W\d_]*[a-z][A-Z]\w*")
HUMPS_OF_NAMES = ("Mc", "Mac", "La", "De", "Di", "Le", "Van", "Fitz")  # "LaNyalla"
ROMAN = re.compile(r"[IVX]+")


@cache
def word_list(file: str, key: str) -> frozenset[str]:
    """One list of words of a lexicon file in lower case, printed there as a list or as words between spaces."""
    content = lexicon(file)[key]
    return frozenset(w.casefold() for w in (content.split() if isinstance(content, str) else content))


def given(word: Word) -> bool:
    """Is a common name, by list or by its ending: "Siti", "Suharyono"."""
    return _given(word.lower, word.acronym)


@lru_cache(maxsize=50_000)  # asked many times for each word of an article
def _given(low: str, acronym: bool) -> bool:
    data = lexicon("given_names")
    ending = len(low) >= data["endings_length"] and low.endswith(tuple(data["endings"])) and not acronym
    return low in word_list("given_names", "words") or (ending and low not in word_list("office_words", "fields"))


def honorific(word: Word) -> bool:
    """Stands before a name and is no part of it: "Dr", "Hj"."""
    return word.lower in word_list("honorifics", "words")


@cache
def body_word(text: str) -> bool:
    """Begins the name of a body: "Dinas", "Kemenperin", "Disdag"."""
    bodies = lexicon("office_words")["bodies"]
    short = len(text) > 4 and text.startswith(tuple(bodies["state_prefixes"]))
    return text in bodies["state"] or (short and text.casefold() not in word_list("given_names", "words"))


def stopword(word: Word) -> bool:
    """Never belongs to a name: "Menurut", "Rabu"."""
    return _stopword(word.lower)


@lru_cache(maxsize=50_000)
def _stopword(low: str) -> bool:
    data = lexicon("name_stopwords")
    if re.fullmatch(data["verbs"], low) and low not in word_list("given_names", "words"):
        return True
    ending = len(low) >= data["suffixed_length"] and low.endswith(tuple(data["suffixes"]))
    suffixed = ending and not low.endswith(tuple(data["suffix_exceptions"]))
    return low in word_list("name_stopwords", "words") or (suffixed and low not in word_list("given_names", "words"))


@cache
def known_persons() -> dict[str, str]:
    """Short form -> full name of the persons of gazetteers/officials.toml: {"jokowi": "Joko Widodo"}."""
    return {form.casefold(): p["name"] for p in gazetteer("officials")["person"] for form in (p["name"], *p["forms"])}


@cache
def office_word(lower: str) -> bool:
    """Belongs to the names of offices and bodies, by list or by its affixes: "perindustrian", "pemberdayaan"."""
    data = lexicon("office_words")
    if lower in word_list("office_words", "fields"):
        return True
    if lower in word_list("given_names", "words") or lower.endswith(tuple(data["affix_exceptions"]["ends"])):
        return False
    return any(
        len(lower) >= rule["length"] and lower.startswith(tuple(rule["starts"])) and lower.endswith(tuple(rule["ends"]))
        for rule in data["affix"]
    )


def remark_of_caption(remark: str) -> bool:
    """Says where the person stands in a photo: "kiri", "kedua dari kanan"."""
    words = remark.casefold().split()
    return bool(words) and any(w in word_list("person_cues", "caption") for w in words)


def initial(word: Word) -> bool:
    """A name shortened to a letter or two: "M", "Moch"."""
    return (len(word.text) == 1 and word.capital and word.text.isalpha()) or (
        word.capital and word.lower in word_list("person_cues", "initials")
    )


def name_like(word: Word) -> bool:
    """May stand in a name: capitalised, no acronym, no word of the language that names avoid."""
    text = word.text
    if HUMP.fullmatch(text) and not text.startswith(HUMPS_OF_NAMES):
        return False  # "LagawiFest"
    if text[:2].isupper() and not text.isupper():
        return False  # "SPd", "BUMDes"
    if not word.capital or stopword(word) or body_word(text) or not text[0].isalpha() or any(c.isdigit() for c in text):
        return False
    return not text.isupper() and (not office_word(word.lower) or given(word)) and text[1:] != text[1:].upper()


def in_capitals(word: Word) -> bool:
    """May be a name printed in capitals."""
    return word.acronym and len(word.text) > 2 and not stopword(word) and not office_word(word.lower)


def double_name(words: Words, i: int) -> bool:
    """Two words that begin a name together, though the first is a word of the language: "Anak Agung"."""
    pair = words.text(i, i + 2).casefold() if words.at(i).capital else ""
    return pair in word_list("person_cues", "double_names")
