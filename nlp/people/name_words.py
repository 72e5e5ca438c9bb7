"""Which words may stand in the name of a person: given names, honorifics, initials, and the words that are no names."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from nlp.data import gazetteer, lexicon
from nlp.text.words import Word, Words

HUMP = re.compile(r"[A-Z][^\W\d_]*[a-z][A-Z]\w*")
HUMPS_OF_NAMES = ("Mc", "Mac", "La", "De", "Di", "Le", "Van", "Fitz")  # "LaNyalla"
DOUBLED = re.compile(r"(\w{3,})-\1")
SURE = 7  # letters of a word of a field that is known with one letter wrong
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


@cache
def _english() -> frozenset[str]:
    return frozenset(lexicon("english_offices")["stopwords"]["words"].split())


@lru_cache(maxsize=50_000)
def _stopword(low: str) -> bool:
    data = lexicon("name_stopwords")
    if re.fullmatch(data["verbs"], low) and low not in word_list("given_names", "words"):
        return True
    ending = len(low) >= data["suffixed_length"] and low.endswith(tuple(data["suffixes"]))
    suffixed = ending and not low.endswith(tuple(data["suffix_exceptions"]))
    listed = low in word_list("name_stopwords", "words") or low in _english()
    return listed or (suffixed and low not in word_list("given_names", "words"))


@cache
def known_persons() -> dict[str, str]:
    """Short form -> full name of the persons of gazetteers/officials.toml: {"jokowi": "Joko Widodo"}."""
    return {form.casefold(): p["name"] for p in gazetteer("officials")["person"] for form in (p["name"], *p["forms"])}


def _misprint(lower: str) -> bool:
    """A long word of a field with one letter less or another one: "industi", "koperrasi"."""
    fields = (f for f in word_list("office_words", "fields") if len(f) > SURE and f[0] == lower[0])
    return any(Levenshtein.distance(lower, field, score_cutoff=1) == 1 for field in fields)


@cache
def office_word(lower: str) -> bool:
    """Belongs to the names of offices and bodies, by list or by its affixes: "perindustrian", "pemberdayaan"."""
    data = lexicon("office_words")
    if lower in word_list("office_words", "fields"):
        return True
    if lower in word_list("given_names", "words") or lower.endswith(tuple(data["affix_exceptions"]["ends"])):
        return False
    if len(lower) >= SURE and _misprint(lower):
        return True
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
    if (text[:2].isupper() and not text.isupper()) or DOUBLED.match(word.lower):
        return False  # "SPd", "BUMDes", "Obat-obatan"
    if not word.capital or stopword(word) or body_word(text) or not text[0].isalpha() or any(c.isdigit() for c in text):
        return False
    return not text.isupper() and (not office_word(word.lower) or given(word)) and text[1:] != text[1:].upper()


def in_capitals(word: Word) -> bool:
    """May be a name printed in capitals."""
    return word.acronym and len(word.text) > 2 and not stopword(word) and not office_word(word.lower)


def balinese_i(words: Words, i: int) -> bool:
    """ "I" that begins a Balinese name and is no numeral: "Menteri PPPA I Gusti Ayu Bintang Darmawati"."""
    return words.at(i).text == "I" and words.at(i + 1).lower in word_list("person_cues", "after_i")


def titled_name(words: Words, i: int) -> bool:
    """A title that is also a word of the language, amid a sentence: "Gubernur NTB Lalu Wirajaya", no "Lalu Siti …"."""
    if words.at(i).text not in lexicon("person_cues")["titles_like_words"] or not name_like(words.at(i + 1)):
        return False
    shortened = words.at(i - 1).text == "." and words.touching(i - 1) and honorific(words.at(i - 2))  # "H. Lalu"
    return i > 0 and (shortened or words.at(i - 1).text not in lexicon("person_cues")["before_no_title"])


@cache
def _ranks() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for rank in lexicon("honorifics")["ranks"]:
        parts = tuple(w.lower for w in Words(rank))
        found.setdefault(parts[0], []).append(parts)
    return {first: sorted(forms, key=len, reverse=True) for first, forms in found.items()}


def rank_end(words: Words, i: int) -> int:
    """The index after a rank of several words at word `i`: "Komisaris Besar Polisi"; `i` when none stands there."""
    for parts in _ranks().get(words.at(i).lower, ()):
        if all(words.at(i + n).lower == part for n, part in enumerate(parts)):
            return i + len(parts)
    return i


def double_name(words: Words, i: int) -> bool:
    """Two words that begin a name together, though the first is a word of the language: "Anak Agung"."""
    pair = words.text(i, i + 2).casefold() if words.at(i).capital else ""
    return pair in word_list("person_cues", "double_names")
