"""A sentence of a corpus as plain text with names marked by characters, and the spaCy Doc made from it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from nlp.text.tokens import Tokenizer

EDGES = " \"'`“”‘’,;:?!<>"  # marks at the edge of a corpus's own token that are no part of a name: "Bank Jago,"
LETTER = re.compile(r"\w")


class Name(NamedTuple):
    """Characters start..end (half open) are a name, or for label "" a stretch of which nothing is known."""

    start: int
    end: int
    label: str  # PER, ORG, LOC, or ""


@dataclass(frozen=True)
class Marked:
    """One sentence."""

    text: str
    tokens: tuple[tuple[int, int], ...]  # the corpus's own tokens, as characters of `text`
    names: tuple[Name, ...]
    source: str  # name of the corpus

    def known(self) -> tuple[Name, ...]:
        """The names alone, without the stretches of which nothing is known."""
        return tuple(name for name in self.names if name.label)

    def unknown(self) -> tuple[Name, ...]:
        """The stretches of which nothing is known."""
        return tuple(name for name in self.names if not name.label)

    def named(self, names: list[Name]) -> "Marked":
        """The same sentence with other names."""
        return replace(self, names=tuple(sorted(names)))


@cache
def settings() -> dict[str, Any]:
    """corpora.toml as it stands there."""
    return tomllib.loads((files("nlp.training") / "corpora.toml").read_text(encoding="utf-8"))


def marked(words: list[str], labels: list[str], source: str) -> Marked:
    """The sentence as it would be printed. `labels` are B-PER, I-PER, O, or "-" where nothing is known."""
    text, tokens = printed(words)
    names = [Name(tokens[a][0], tokens[b - 1][1], label) for a, b, label in _runs(labels)]
    return Marked(text, tokens, tuple(_trimmed(text, n) for n in names if LETTER.search(text[n.start : n.end])), source)


def printed(words: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Text and token offsets: `Ia , kata " Budi "` -> `Ia, kata "Budi"`."""
    data, text, tokens, opened, tight = settings(), "", [], dict.fromkeys(settings()["quotes"], False), True
    for at, word in enumerate(words):
        joins = word in data["closers"] or opened.get(word, False)
        particle = word in data["joined"] and bool(at) and words[at - 1].isalpha() and words[at - 1].islower()
        text += "" if tight or joins or particle else " "
        tokens.append((len(text), len(text) + len(word)))
        text += word
        if word in opened:
            opened[word] = not opened[word]
        tight = word in data["openers"] or opened.get(word, False)
    return text, tuple(tokens)


def _runs(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for at in range(1, len(labels) + 1):
        if at == len(labels) or labels[at] == "O" or labels[at][:1] != "I" or labels[at][2:] != labels[start][2:]:
            if labels[start] != "O":
                yield start, at, labels[start][2:]
            start = at


def _trimmed(text: str, name: Name) -> Name:
    """Without quotation marks and brackets around it: "(PPP)" -> "PPP", but "Telkom (Persero)" stays."""
    start, end = name.start, name.end
    while start < end and (text[start] in EDGES or (text[start] in "([" and text[end - 1] in ")]")):
        end -= text[start] in "(["
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    inside = text[start:end]
    end -= inside.endswith(")") and "(" not in inside
    start += inside.startswith("(") and ")" not in inside
    return Name(start, end, name.label)


@cache
def blank() -> Language:
    """The tokenizer of our own pipeline, and nothing else."""
    nlp = spacy.blank("id")
    nlp.tokenizer = Tokenizer(nlp)
    return nlp


def doc_of(sentence: Marked) -> Doc:
    """The sentence in the tokens of our own pipeline, names as entities, and what is unknown as missing."""
    doc = blank().make_doc(sentence.text)
    doc.set_ents(spans_in(doc, sentence.known()), missing=spans_in(doc, sentence.unknown()), default="outside")
    return doc


def spans_in(doc: Doc, names: tuple[Name, ...]) -> list[Any]:
    """The names as spans, grown to whole tokens; of overlapping ones the longest."""
    spans = (doc.char_span(n.start, n.end, label=n.label or "?", alignment_mode="expand") for n in names)
    return filter_spans([span for span in spans if span is not None])
