"""The shape of Indonesian names: honorifics, initials, particles, degrees, and the words that are no names."""

import re
from dataclasses import dataclass

from nlp.data import lexicon
from nlp.people.name_words import (
    ROMAN,
    double_name,
    given,
    in_capitals,
    initial,
    known_persons,
    name_like,
    office_word,
    remark_of_caption,
    stopword,
    word_list,
)
from nlp.text.words import Words

MOST_WORDS = 7  # "Gusti Kanjeng Ratu Hemas Sri Wahyuni Putri": longer runs are headings
INITIAL_LETTERS = 2  # "M", "Md": longer words are compared in full
PAREN_WORDS = 6  # a remark in brackets after a name; longer ones are sentences
DEGREE = re.compile(r"(\s*,\s*|\s+)((?:[A-Za-z]{1,8}\.\s?)*[A-Za-z]{1,8}\.?)(?![\w-])")
TIGHT_DEGREE = re.compile(r"(\s*,\s*|\s+)((?:[A-Za-z]{1,8}\.)*[A-Za-z]{1,8}\.?)(?![\w-])")
AGE = re.compile(rf"\d{{1,3}}(?:\s+(?:{'|'.join(lexicon('person_cues')['age'])}))?")  # "45", "45 tahun"


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


def _skip_honorifics(words: Words, i: int) -> tuple[int, bool]:
    sure, titles = False, word_list("honorifics", "words")
    while words.at(i).lower in titles and words.at(i).text not in lexicon("person_cues")["two_initials"]:
        after = i + 1
        while words.at(after).text in (".", ",") and words.touching(after) and words.at(after - 1).lower in titles:
            after += 1
        if words.at(after).text == "(" and words.at(after + 1).lower in titles:  # "Jenderal (Purn)"
            after += 3 if words.at(after + 2).text == ")" else 4
        follows = words.at(after)
        if not (follows.capital or follows.lower in titles) or stopword(follows):
            break
        sure = sure or words[i].lower in word_list("honorifics", "persons")
        i = after
    return i, sure


def _dot(words: Words, i: int) -> int:
    """The index after the full stop that shortens word i - 1, i when there is none."""
    if words.at(i).text == "." and words.touching(i):
        follows = words.at(i + 1)
        if (name_like(follows) or initial(follows) or in_capitals(follows)) and not stopword(follows):
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
    if name_like(word) or (capitals and in_capitals(word)):
        return i + 1
    if inside and word.capital and office_word(word.lower) and given(words.at(i - 1)) and given(words.at(i + 1)):
        return i + 1  # "Angga Bakti Kusuma"
    if inside and word.lower in word_list("person_cues", "particles") and name_like(words.at(i + 1)):
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
    if not inside and word.text == "I" and words.at(i + 1).lower in word_list("person_cues", "after_i"):
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
            if found and shaped and letters.casefold() in word_list("degrees", "words"):
                at = found.end()
                # the full stop of the sentence is none of the degree
                break
        else:
            return words.index(at)


def _degree_word(words: Words, i: int) -> bool:
    """A degree begins here though no comma stands before it: "M.Si", "SSos"."""
    found = TIGHT_DEGREE.match(words.source, words.at(i - 1).end)
    letters = found.group(2).replace(".", "") if found else ""
    return letters[:2].isupper() and letters.casefold() in word_list("degrees", "words")


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
