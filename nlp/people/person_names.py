"""The shape of Indonesian names: honorifics, initials, particles, degrees, and the words that are no names."""

import re
from dataclasses import dataclass

from nlp.data import gazetteer, lexicon
from nlp.people.degrees import degree_word, degrees_end
from nlp.people.name_words import (
    ROMAN,
    balinese_i,
    double_name,
    given,
    in_capitals,
    initial,
    known_persons,
    name_like,
    office_word,
    rank_end,
    remark_of_caption,
    stopword,
    titled_name,
    word_list,
)
from nlp.text.words import Words

MOST_WORDS = 7  # "Gusti Kanjeng Ratu Hemas Sri Wahyuni Putri": longer runs are headings
INITIAL_LETTERS = 2  # "M", "Md": longer words are compared in full
PAREN_WORDS = 6  # a remark in brackets after a name; longer ones are sentences
OWNING = re.compile(r"(?<=\w)['’]s$")  # in English: "Joko Widodo's"
QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’", "(": ")"}  # around another name
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
    past: int = 0  # after the degrees, before a remark that stands behind them

    @property
    def marked(self) -> bool:
        """What surrounds the name says that it is one of a person."""
        return self.honorific or self.degree or AGE.fullmatch(self.remark) is not None or remark_of_caption(self.remark)


def _dotted(words: Words, i: int) -> tuple[int, bool]:
    """Past a title with a full stop behind each letter: "K.H. Ma'ruf Amin"; and whether only persons have it."""
    letters, k = "", i
    while len(words.at(k).text) == 1 and words.at(k).capital and words.at(k + 1).text == "." and words.touching(k + 1):
        letters, k = letters + words.at(k).text, k + 2
    sure = letters.casefold() in word_list("honorifics", "persons") - word_list("person_cues", "two_initials")
    return (k, True) if len(letters) > 1 and sure and words.at(k).capital else (i, False)


def _skip_honorifics(words: Words, i: int) -> tuple[int, bool]:
    sure, titles = False, word_list("honorifics", "words")
    i, sure = _dotted(words, rank_end(words, i))
    while words.at(i).lower in titles and words.at(i).text not in lexicon("person_cues")["two_initials"]:
        after = i + 1
        while words.at(after).text in (".", ",") and words.touching(after) and words.at(after - 1).lower in titles:
            after += 1
        if words.at(after).text == "(" and words.at(after + 1).lower in titles:  # "Jenderal (Purn)"
            after += 3 if words.at(after + 2).text == ")" else 4
        follows = words.at(after)
        plain = not (follows.capital or follows.lower in titles) or stopword(follows)
        if plain and not titled_name(words, after) and not double_name(words, after):
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
    if inside and degree_word(words, i) and word.text not in lexicon("person_cues")["finals"]:
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
    if inside and word.capital and word.lower in word_list("person_cues", "last_words") and _common(words, i):
        return i if name_like(words.at(i + 1)) else i + 1  # "Made Cahyana Negara"
    if inside and word.lower in word_list("person_cues", "particles") and name_like(words.at(i + 1)):
        return i + 2
    if inside and word.capital and word.lower in lexicon("name_stopwords")["soft"] and name_like(words.at(i + 1)):
        return i + 1  # "Putu Juli Ardika"
    short = word.acronym and len(word.text) == INITIAL_LETTERS
    if inside and short and (name_like(words.at(i + 1)) or word.text in lexicon("person_cues")["finals"]):
        return i + 1  # "Retno LP Marsudi", "Mahfud MD"
    if inside and short and _final(words, i):
        return i + 1  # "Tarmin AB mengatakan"
    if inside and short and words.at(i + 1).text == "," and degrees_end(words, i + 1) > i + 1:
        return i + 1  # "Heni Setyowati ER, S.Kp."
    if inside and ROMAN.fullmatch(word.text):
        return i + 1
    if not inside and capitals and short and given(words.at(i + 1)):
        return i + 1  # "MS Hidayat"
    if not inside and (balinese_i(words, i) or titled_name(words, i)):
        return i + 1
    return i


def _final(words: Words, i: int) -> bool:
    """Two capitals that end a name, as initials do, and are neither a degree nor an acronym that all know."""
    follows, text = words.at(i + 1), words.at(i).text
    ends = follows.text.islower() or (given(words.at(i - 1)) and follows.text in (",", "."))
    known = text in lexicon("person_cues")["no_finals"] or text.casefold() in word_list("degrees", "words")
    return ends and not known


def _common(words: Words, i: int) -> bool:
    """One of the two words before is a common name."""
    return given(words.at(i - 1)) or (i > 1 and given(words.at(i - 2)))


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
    end, known, alone = first, known_persons(), False
    for begin, length in ((i, 3), (i, 2), (first, 3), (first, 2), (first, 1)):  # "Cak Imin", "SBY"
        if words.at(begin).capital and words.text(begin, begin + length).casefold() in known:
            first, end = begin, min(begin + length, len(words))
            alone = _nickname(words.text(first, end))
            break
    end = end if alone else _run(words, end, end > first, capitals)
    if words.at(end - 1).text == "." and end > first:
        end -= 1
    quoted = _quoted(words, end) if end > first else None
    if quoted:
        after = _run(words, end + 3, False, capitals)
        text = f"{words.text(first, end)} {words.text(end + 3, after)}"
        return Name(OWNING.sub("", text), first, after, i, after, honorific, remark=quoted)
    if end <= first or not any(len(w.text) > 1 and w.capital for w in words[first:end]):
        return None
    remark, tail = _remark(words, end)
    past = degrees_end(words, tail)
    degree, tail = past > tail, past
    if not remark:
        remark, tail = _remark(words, tail)
    return Name(OWNING.sub("", words.text(first, end)), first, end, i, tail, honorific, degree, remark, past)


def _nickname(form: str) -> bool:
    """A short form with which no longer name begins: "Jokowi", not "Airlangga"."""
    return form in gazetteer("officials")["made_up"]


def _run(words: Words, begin: int, inside: bool, capitals: bool) -> int:
    """The index after the words of a name that goes on at word `begin`."""
    end = begin
    while end - begin < 2 * MOST_WORDS and not OWNING.search(words.at(end - 1).text if end > begin else ""):
        after = _step(words, end, inside or end > begin, capitals)
        if after == end:
            break
        end = after
    return end


def _quoted(words: Words, k: int) -> str | None:
    """The other name between quotation marks at word `k` that stands inside a name: Joko "Jokowi" Widodo."""
    marks = QUOTES.get(words.at(k).text, "")
    closed = words.at(k + 2).text in marks if marks else False
    inner, follows = words.at(k + 1), words.at(k + 3)
    if not closed or not name_like(follows) or not words.touching(k + 1) or words.touching(k + 3):
        return None
    before = "".join(words.at(i).text[0] for i in range(k - len(inner.text), k))
    initials = inner.acronym and before == inner.text  # "Anak Agung Gede Ngurah (AAGN) Puspayoga"
    return inner.text if initials or (name_like(inner) and given(words.at(k - 1))) else None


def name_in_brackets(words: Words, k: int) -> bool:
    """A name of several words stands in the brackets at word `k`: "Bu Wali Kota (Tri Rismaharini)"."""
    name = name_at(words, k + 1) if words.at(k).text == "(" else None
    if name is None or name.end - name.first == 1 or words.at(name.end).text != ")":
        return False
    return any(given(word) for word in words[name.first : name.end])
