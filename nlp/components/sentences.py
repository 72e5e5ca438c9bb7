"""The component `sentences` sets where sentences begin: the sentencizer of spaCy sees neither line ends nor "Dr."."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from nlp.data import lexicon
from nlp.document import text_of

CLOSERS = "\"'”’“‟»«″)\\]"  # marks that follow a full stop and still belong to its sentence
OPENERS = "\"'“‘„«»”″(\\[¿"
# A full stop with what closes after it, then a blank, then what a sentence can begin with.
STOP = re.compile(rf"(?P<mark>[.?!…]+)(?P<close>[{CLOSERS}]*)(?P<blank>[ \t\u00a0]+)(?=[{OPENERS}\-–•]*\s?[A-ZÀ-Þ0-9])")
GLUED = re.compile(r"(?<=[^\W\d_]{2})[.?!](?=[A-Z][a-z])")  # "rakyat.Kita siapkan"
LINE = re.compile(r"[^\n\r\u2028\u2029]+")
WORD_BEFORE = re.compile(r"[\w.'’]+\Z")
INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")  # "H. M. Nur", "S.E", "B.J"
DEGREE = re.compile(r"[A-Z][A-Za-z]{0,3}(?:\.[A-Z][A-Za-z]{0,3})+")  # "M.Si", "S.Pd.I", "M.Eng.Sc"
ENUMERATION = re.compile(r"\s*(?:\d{1,2}|[A-Za-z])")  # "1. Membuat …" at the beginning of a line
AMOUNT_BEFORE = re.compile(r"\d\s*\Z")  # "Rp 1 T. Dana itu …": a magnitude, no initial
LONGEST_WORD = 40  # characters looked back for an abbreviation


@Language.component("sentences")
def sentences(doc: Doc) -> Doc:
    """Marks the first token of every sentence; a line end always ends one."""
    starts = set(sentence_starts(text_of(doc)))
    begins = np.array([token.i == 0 or token.idx in starts for token in doc], dtype=bool)
    marks: Any = np.where(begins, 1, -1).astype("uint64")
    return doc.from_array([SENT_START], marks)  # spaCy goes over the whole Doc for each that is set by itself


def sentence_starts(text: str) -> Iterator[int]:
    """Offset of the first character of each sentence.

    "Kata H. Ahmad, \u201cIni baik.\u201d Ia pergi." -> 0 and 25.
    """
    for line in LINE.finditer(text):
        content = line.group()
        if not content.strip():
            continue
        yield line.start() + len(content) - len(content.lstrip())
        ends = [match.end() for match in STOP.finditer(content) if _ends(content, match)]
        ends += [match.end() for match in GLUED.finditer(content) if not _abbreviated(content, match.start())]
        yield from (line.start() + end for end in sorted(ends))


def _ends(line: str, stop: re.Match[str]) -> bool:
    """Whether this full stop ends a sentence: not after an abbreviation, an initial, or the number of a list item."""
    if stop["mark"] != "." or stop["close"]:
        return True
    return not (_abbreviated(line, stop.start()) or ENUMERATION.fullmatch(line, 0, stop.start()))


def _abbreviated(line: str, end: int) -> bool:
    """Whether the word that ends at `end` keeps its full stop to itself."""
    found = WORD_BEFORE.search(line, max(0, end - LONGEST_WORD), end)
    if found is None:
        return False
    word = found.group().strip(".'’")
    if word.casefold() in _words("before_number"):
        return line[end + 1 :].lstrip()[:1].isdigit()
    if INITIALS.fullmatch(word):
        return not AMOUNT_BEFORE.search(line, 0, found.start())
    return bool(DEGREE.fullmatch(word)) or (word[:1].isupper() and word.casefold() in _words("before_name", "degrees"))


@cache
def _words(*kinds: str) -> frozenset[str]:
    return frozenset(word for kind in kinds for word in lexicon("abbreviations")[kind])
