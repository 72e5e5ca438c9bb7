"""The second teacher: a conditional random field over the words, of another make than the network beside it."""

from collections.abc import Iterator
from pathlib import Path

import pycrfsuite
from spacy.tokens import Doc
from spacy.training import biluo_to_iob, offsets_to_biluo_tags

from nlp.training.marked import Marked, Name, blank, doc_of

PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 100, "feature.possible_transitions": True}
REACH = 2  # words to either side


def train(sentences: list[Marked], path: Path) -> None:
    """Learns from sentences of which everything is known."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for sentence in sentences:
        doc = doc_of(sentence)
        labels = biluo_to_iob(offsets_to_biluo_tags(doc, [(e.start_char, e.end_char, e.label_) for e in doc.ents]))
        trainer.append(features(doc), labels)
    trainer.train(str(path))


class Crf:
    """The trained field."""

    def __init__(self, path: Path) -> None:
        self.tagger = pycrfsuite.Tagger()
        self.tagger.open(str(path))

    def names(self, sentence: Marked) -> list[Name]:
        """The names it finds in a sentence."""
        doc = blank().make_doc(sentence.text)
        return list(_names(doc, self.tagger.tag(features(doc)))) if len(doc) else []


def _names(doc: Doc, labels: list[str]) -> Iterator[Name]:
    start = None
    for at in range(len(doc) + 1):
        goes_on = start is not None and at < len(doc) and labels[at] == f"I-{labels[start][2:]}"
        if start is not None and not goes_on:
            last = doc[at - 1]
            yield Name(doc[start].idx, last.idx + len(last), labels[start][2:])
            start = None
        if at < len(doc) and labels[at] != "O" and not goes_on:
            start = at


def features(doc: Doc) -> list[list[str]]:
    """For each word its own form, its ends and shape, and those of its neighbours."""
    own = [_own(token.text, token.shape_) for token in doc]
    rows = []
    for at in range(len(doc)):
        row = ["bias"]
        for by in range(-REACH, REACH + 1):
            if 0 <= at + by < len(doc):
                row += [f"{by}{value}" for value in own[at + by]]
            else:
                row.append(f"{by}edge")
        row += [f"pair{doc[at - 1].lower_}|{doc[at].lower_}"] if at else []
        rows.append(row)
    return rows


def _own(word: str, shape: str) -> list[str]:
    low = word.lower()
    return [f"w={low}", f"s={shape}", f"p={low[:3]}", f"e={low[-3:]}", f"e2={low[-2:]}", f"c={word[:1].isupper()}"]
