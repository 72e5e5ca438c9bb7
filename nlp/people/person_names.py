"""The shape of Indonesian names: honorifics, initials, particles, degrees, and the words that are no names."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from nlp.data import gazetteer, lexicon
from nlp.text.words import Word, Words

MOST_WORDS = 7  # "Gusti Kanjeng Ratu Hemas Sri Wahyuni Putri": longer runs are headings
INITIAL_LETTERS = 2  # "M", "Md": longer words are compared in full
PAREN_WORDS = 6  # a remark in brackets after a name; longer ones are sentences
DEGREE = re.compile(r"(\s*,\s*|\s+)((?:[A-Za-z]{1,8}\.\s?)*[A-Za-z]{1,8}\.?)(?![\w-])")
TIGHT_DEGREE = re.compile(r"(\s*,\s*|\s+)((?:[A-Za-z]{1,8}\.)*[A-Za-z]{1,8}\.?)(?![\w-])")
AGE = re.compile(rf"\d{{1,3}}(?:\s+(?:{'|'.join(lexicon('person_cues')['age'])}))?")  # "45", "45 tahun"
HUMP = re.compile(r"[A-Z][^\W\d_]*[a-z][A-Z]\w*")
HUMPS_OF_NAMES = ("Mc", "Mac", "La", "De", "Di", "Le", "Van", "Fitz")  # "LaNyalla"
ROMAN = re.compile(r"[IVX]+")


@dataclass(frozen=True)
class Name:
    """A run of words that may be the name of a person, and what the words around it say."""

    text: str  # without honorifics and degrees
    first: int  # words, half open
    end: int
    begin: int  # first word with the honorifics
    tail: int  # after degrees and remarks in brackets
    honorific: bool = False  # "Bapak", "Dr.", but not a rank or "H."
    degree: bool = False
    remark: str = ""  # in brackets: age, place in a photo, another name

    @property
    def marked(self) -> bool:
        """What surrounds the name says that it is one of a person."""
        return self.honorific or self.degree or AGE.fullmatch(self.remark) is not None or remark_of_caption(self.remark)


@cache
def _set(file: str, key: str) -> frozenset[str]:
    content = lexicon(file)[key]
    return frozenset(w.casefold() for w in (content.split() if isinstance(content, str) else content))


def given(word: Word) -> bool:
    """Is a common name, by list or by its ending: "Siti", "Suharyono"."""
    return _given(word.lower, word.acronym)


@lru_cache(maxsize=50_000)  # asked many times for each word of an article
def _given(low: str, acronym: bool) -> bool:
    data = lexicon("given_names")
    ending = len(low) >= data["endings_length"] and low.endswith(tuple(data["endings"])) and not acronym
    return low in _set("given_names", "words") or (ending and low not in _set("office_words", "fields"))


def honorific(word: Word) -> bool:
    """Stands before a name and is no part of it: "Dr", "Hj"."""
    return word.lower in _set("honorifics", "words")


@cache
def body_word(text: str) -> bool:
    """Begins the name of a body: "Dinas", "Kemenperin", "Disdag"."""
    bodies = lexicon("office_words")["bodies"]
    short = len(text) > 4 and text.startswith(tuple(bodies["state_prefixes"]))
    return text in bodies["state"] or (short and text.casefold() not in _set("given_names", "words"))


def stopword(word: Word) -> bool:
    """Never belongs to a name: "Menurut", "Rabu"."""
    return _stopword(word.lower)


@lru_cache(maxsize=50_000)
def _stopword(low: str) -> bool:
    data = lexicon("name_stopwords")
    if re.fullmatch(data["verbs"], low) and low not in _set("given_names", "words"):
        return True
    ending = len(low) >= data["suffixed_length"] and low.endswith(tuple(data["suffixes"]))
    suffixed = ending and not low.endswith(tuple(data["suffix_exceptions"]))
    return low in _set("name_stopwords", "words") or (suffixed and low not in _set("given_names", "words"))


@cache
def known_persons() -> dict[str, str]:
    """Short form -> full name of the persons of gazetteers/officials.toml: {"jokowi": "Joko Widodo"}."""
    return {form.casefold(): p["name"] for p in gazetteer("officials")["person"] for form in (p["name"], *p["forms"])}


@cache
def office_word(lower: str) -> bool:
    """Belongs to the names of offices and bodies, by list or by its affixes: "perindustrian", "pemberdayaan"."""
    data = lexicon("office_words")
    if lower in _set("office_words", "fields"):
        return True
    if lower in _set("given_names", "words") or lower.endswith(tuple(data["affix_exceptions"]["ends"])):
        return False
    return any(
        len(lower) >= rule["length"] and lower.startswith(tuple(rule["starts"])) and lower.endswith(tuple(rule["ends"]))
        for rule in data["affix"]
    )


def remark_of_caption(remark: str) -> bool:
    """Says where the person stands in a photo: "kiri", "kedua dari kanan"."""
    words = remark.casefold().split()
    return bool(words) and any(w in _set("person_cues", "caption") for w in words)


def initial(word: Word) -> bool:
    """A name shortened to a letter or two: "M", "Moch"."""
    return (len(word.text) == 1 and word.capital and word.text.isalpha()) or (
        word.capital and word.lower in _set("person_cues", "initials")
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


def _capitals(word: Word) -> bool:
    """May be a name printed in capitals."""
    return word.acronym and len(word.text) > 2 and not stopword(word) and not office_word(word.lower)


def _skip_honorifics(words: Words, i: int) -> tuple[int, bool]:
    sure, titles = False, _set("honorifics", "words")
    while words.at(i).lower in titles and words.at(i).text not in lexicon("person_cues")["two_initials"]:
        after = i + 1
        while words.at(after).text in (".", ",") and words.touching(after) and words.at(after - 1).lower in titles:
            after += 1
        if words.at(after).text == "(" and words.at(after + 1).lower in titles:  # "Jenderal (Purn)"
            after += 3 if words.at(after + 2).text == ")" else 4
        follows = words.at(after)
        if not (follows.capital or follows.lower in titles) or stopword(follows):
            break
        sure = sure or words[i].lower in _set("honorifics", "persons")
        i = after
    return i, sure


def double_name(words: Words, i: int) -> bool:
    """Two words that begin a name together, though the first is a word of the language: "Anak Agung"."""
    pair = words.text(i, i + 2).casefold() if words.at(i).capital else ""
    return pair in _set("person_cues", "double_names")


def _dot(words: Words, i: int) -> int:
    """The index after the full stop that shortens word i - 1, i when there is none."""
    if words.at(i).text == "." and words.touching(i):
        follows = words.at(i + 1)
        if (name_like(follows) or initial(follows) or _capitals(follows)) and not stopword(follows):
            return i + 1
    return i


def _step(words: Words, i: int, inside: bool, capitals: bool) -> int:
    """The index after the name word at `i`; i when the name ends before it."""
    word = words.at(i)
    if inside and _degree_word(words, i):
        return i
    if double_name(words, i):
        return i + 2
    if initial(word) and not (stopword(word) and len(word.text) > 1):
        after = _dot(words, i + 1)
        follows = words.at(after)
        ends = inside and (after == i + 1 or not follows.capital)
        return after if ends or name_like(follows) or initial(follows) or (capitals and follows.capital) else i
    if name_like(word) or (capitals and _capitals(word)):
        return i + 1
    if inside and word.capital and office_word(word.lower) and given(words.at(i - 1)) and given(words.at(i + 1)):
        return i + 1  # "Angga Bakti Kusuma"
    if inside and word.lower in _set("person_cues", "particles") and name_like(words.at(i + 1)):
        return i + 2
    if inside and word.capital and word.lower in lexicon("name_stopwords")["soft"] and name_like(words.at(i + 1)):
        return i + 1  # "Putu Juli Ardika"
    short = word.acronym and len(word.text) == INITIAL_LETTERS
    if inside and short and (name_like(words.at(i + 1)) or word.text in lexicon("person_cues")["finals"]):
        return i + 1  # "Retno LP Marsudi", "Mahfud MD"
    if inside and short and words.at(i + 1).text == "," and _degrees(words, i + 1) > i + 1:
        return i + 1  # "Heni Setyowati ER, S.Kp."
    if inside and ROMAN.fullmatch(word.text):
        return i + 1
    if not inside and capitals and short and given(words.at(i + 1)):
        return i + 1  # "MS Hidayat"
    if not inside and word.text == "I" and words.at(i + 1).lower in _set("person_cues", "after_i"):
        return i + 1
    return i


def _remark(words: Words, i: int) -> tuple[str, int]:
    """What stands in brackets at `i`, and the index after them: "(45)" -> "45"."""
    if words.at(i).text != "(":
        return "", i
    for end in range(i + 1, i + 2 + PAREN_WORDS):
        if words.at(end).text == ")":
            return words.text(i + 1, end), end + 1
        if words.at(end).text in ("\n", "("):
            break
    return "", i


def _degrees(words: Words, i: int) -> int:
    """The index after the degrees that follow word i - 1: ", S.E., M.M."."""
    at = words.at(i - 1).end
    while True:
        for pattern in (DEGREE, TIGHT_DEGREE):
            found = pattern.match(words.source, at)
            letters = re.sub(r"[^A-Za-z]", "", found.group(2)) if found else ""
            shaped = found is not None and ("," in found.group(1) or letters[1:].isupper() or "." in found.group(2))
            if found and shaped and letters.casefold() in _set("degrees", "words"):
                at = found.end()
                # the full stop of the sentence is none of the degree
                break
        else:
            return words.index(at)


def _degree_word(words: Words, i: int) -> bool:
    """A degree begins here though no comma stands before it: "M.Si", "SSos"."""
    found = TIGHT_DEGREE.match(words.source, words.at(i - 1).end)
    letters = found.group(2).replace(".", "") if found else ""
    return letters[:2].isupper() and letters.casefold() in _set("degrees", "words")


def name_at(words: Words, i: int, capitals: bool = False) -> Name | None:
    """The name that begins at word `i`: "Dr. Ir. Drajat Irawan, SE., MT" -> "Drajat Irawan"; None when there is none.

    `capitals` allows names printed in capitals, as press releases do after an office.
    """
    if (
        words.at(i - 1).text == "."
        and words.touching(i)
        and words.at(i).lower in lexicon("organisations")["citing"]["domains"]
    ):
        return None  # "Semartara.News"
    first, honorific = _skip_honorifics(words, i)
    follows = words.at(first + 1 + (words.at(first + 1).text == "."))
    if words.at(first).text.isupper() and follows.acronym and (first > i or given(words.at(first))):
        capitals = True
    end, known = first, known_persons()
    for begin, length in ((i, 3), (i, 2), (first, 3), (first, 2), (first, 1)):  # "Cak Imin", "SBY"
        if words.at(begin).capital and words.text(begin, begin + length).casefold() in known:
            first, end = begin, min(begin + length, len(words))
            break
    while end - first < 2 * MOST_WORDS:
        after = _step(words, end, end > first, capitals)
        if after == end:
            break
        end = after
    if words.at(end - 1).text == "." and end > first:
        end -= 1
    if end <= first or not any(len(w.text) > 1 and w.capital for w in words[first:end]):
        return None
    remark, tail = _remark(words, end)
    past = _degrees(words, tail)
    degree, tail = past > tail, past
    if not remark:
        remark, tail = _remark(words, tail)
    return Name(words.text(first, end), first, end, i, tail, honorific, degree, remark)


def name_in_brackets(words: Words, k: int) -> bool:
    """A name of several words stands in the brackets at word `k`: "Bu Wali Kota (Tri Rismaharini)"."""
    name = name_at(words, k + 1) if words.at(k).text == "(" else None
    if name is None or name.end - name.first == 1 or words.at(name.end).text != ")":
        return False
    return any(given(word) for word in words[name.first : name.end])


def same_person(one: str, other: str) -> bool:
    """One name is the other, shortened: "Agus Gumiwang" and "Agus Gumiwang Kartasasmita"."""
    a, b = _parts(one), _parts(other)
    if len(a) > len(b):
        a, b = b, a
    if not a:
        return False
    if len(a) > 1 and not _same_word(a[0], b[0]) and not _same_word(b[0], a[0]):
        return False  # "Iriana Joko Widodo" is not Joko Widodo
    rest = iter(b)
    return all(any(_same_word(x, y) for y in rest) for x in a) and any(len(x) > 2 for x in a)


@lru_cache(maxsize=10_000)  # each name of an article is compared with each
def _parts(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w'’-]+", name.casefold()))


def _same_word(x: str, y: str) -> bool:
    short = min(len(x), len(y))
    return (
        x == y
        or (short <= 2 and x[0] == y[0])
        or (x in _set("person_cues", "initials") and x[0] == y[0] and len(x) < 5)
    )
