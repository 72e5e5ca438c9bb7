"""What the words around and inside a name say: that it is one of a person, or a word of a headline or a product."""

from functools import cache

from nlp.bodies.institutions import Marks
from nlp.data import lexicon
from nlp.people.english_words import noun as english_noun
from nlp.people.english_words import saying as says_in_english
from nlp.people.name_words import given, office_word, stopword
from nlp.people.office_words import acronym, field_word, state_short
from nlp.people.person_names import Name
from nlp.text.words import Word, Words

CLAUSE_STARTS = (*'.,\n"“”',)


@cache
def cues(key: str) -> frozenset[str]:
    """One list of lexicon/person_cues.toml in lower case."""
    return frozenset(w.casefold() for w in lexicon("person_cues")[key])


@cache
def saying(key: str) -> frozenset[str]:
    """One list of lexicon/reporting_verbs.toml."""
    return frozenset(lexicon("reporting_verbs")[key])


@cache
def _headline() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], int]:
    data = lexicon("name_stopwords")
    affixes = data["headline_affixes"]
    return frozenset(data["headline"].split()), tuple(affixes["starts"]), tuple(affixes["ends"]), affixes["length"]


def headline_word(word: Word) -> bool:
    """A verb that ends the name in a headline: "Dorong", "Targetkan"."""
    verbs, starts, ends, length = _headline()
    long = len(word.lower) >= length and (word.lower.startswith(starts) or word.lower.endswith(ends))
    return not given(word) and (word.lower in verbs or long)


def odd(word: Word) -> bool:
    """More likely a word of the language, of a body or a product than a name."""
    body = acronym(word) or state_short(word) or field_word(word) or english_noun(word)
    return body or office_word(word.lower) or headline_word(word)


def cue_of(words: Words, name: Name, marks: Marks) -> bool:
    """What stands around the name says that it is one of a person: "ujar Siti Aminah", "Siti Aminah mengatakan"."""
    inner = words[name.first : name.end]
    sure = sum(given(w) for w in inner)
    if name.marked:
        return True
    if shortened_in_brackets(name):
        return False
    if marks.is_place(inner[0].start, inner[-1].end) or (not sure and marks.place(inner[-1].start)):
        return False  # "Desa Kebanggan Sumbang Banyumas"
    before, english = words.at(name.begin - 1).lower, says_in_english(words.at(name.begin - 1))
    if before in cues("named") or (
        (before in saying("bare") or english) and (sure or len(inner) > 1 or not odd(inner[0]))
    ):
        return True
    if before in cues("led") and len(inner) > 1 and not any(odd(w) for w in inner):
        return True
    leads = before in cues("before") or before in saying("passive")
    if _said_after(words, name) and (sure or (len(inner) > 1 and not any(odd(w) for w in inner))):
        return True
    return sure > 0 if leads else len(inner) > 1 and sure > 1 and not _venue(words, name)


def shortened_in_brackets(name: Name) -> bool:
    """Its initials stand in brackets behind it: a body, a fair or a programme, "Centro … de Artesanias … (CIDAP)"."""
    initials = "".join(part[0] for part in name.text.casefold().split())
    return len(name.remark) > 1 and name.remark.isupper() and name.remark.casefold() == initials


def several(words: Words, k: int) -> bool:
    """More than one are meant by the role at word `k`: "17 pelaku UMKM", "para perajin Batik Trusmi"."""
    before = words.at(k - 1)
    return before.text[0].isdigit() or before.lower in cues("plural")


def _said_after(words: Words, name: Name) -> bool:
    k = name.tail + (words.at(name.tail).text == ",")
    if says_in_english(words.at(k)):
        return True
    if words.at(k).lower in cues("adverbs") and _says(words.at(k + 1).lower):
        return True
    return _says(words.at(k).lower)


def _says(follows: str) -> bool:
    """A verb that only persons are the subject of, or another word that stands behind names."""
    bare = follows.removesuffix(lexicon("person_cues")["suffix"])
    return follows in cues("after") or follows in saying("active") or bare in saying("bare")


def _venue(words: Words, name: Name) -> bool:
    """The name of a street, a building, a school or a product that is called after somebody."""
    before = words.at(name.begin - 1)
    called = before.lower in cues("venues")
    return called or (before.capital and not stopword(before))
