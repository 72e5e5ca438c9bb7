"""Ministries, bodies of the state, countries and places in sentences of our own: no kind falls under its floor."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
import spacy

from nlp.components import bodies, gazetteers  # noqa: F401  (register the components)
from nlp.document import document, mentions_of

FOLDER = Path(__file__).parent / "gold"
SENTENCES = tomllib.loads((FOLDER / "names_bodies.toml").read_text(encoding="utf-8"))["sentence"]
OTHERS = tomllib.loads((FOLDER / "bodies.toml").read_text(encoding="utf-8"))["sentence"]
LEAST = 120  # sentences of each kind in both files
# F1 by kind: the words as printed and the canonical name must both be right.
FLOORS = {"MINISTRY": 0.99, "AGENCY": 0.97, "COUNTRY": 0.99, "PLACE": 0.98}


def pipeline():
    nlp = spacy.blank("id")
    for name in ("gazetteers", "bodies"):
        nlp.add_pipe(name)
    return nlp


NLP = pipeline()


def read(sentence):
    day = sentence.get("published")
    doc = document(NLP, text=sentence["text"], published=day if isinstance(day, date) else None)
    return {(span.label_, span.text, doc._.entities[span.id_].name) for span in mentions_of(doc, *FLOORS)}


READ = [(read(sentence), {tuple(mention) for mention in sentence["mentions"]}) for sentence in SENTENCES]


@pytest.mark.parametrize("label", FLOORS)
def test_no_kind_falls_under_its_floor(label):
    right = found = marked = 0
    for read_out, gold in READ:
        one, other = ({mention for mention in group if mention[0] == label} for group in (read_out, gold))
        right, found, marked = right + len(one & other), found + len(one), marked + len(other)
    assert 2 * right / (found + marked) >= FLOORS[label]


@pytest.mark.parametrize("label", FLOORS)
def test_each_kind_is_marked_in_many_sentences(label):
    marked = [s for s in (*SENTENCES, *OTHERS) if any(mention[0] == label for mention in s["mentions"])]
    assert len(marked) >= LEAST
