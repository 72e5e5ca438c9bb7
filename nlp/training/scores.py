"""Exact-span scores of a model on the test parts of the corpora."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from nlp.training.marked import Marked, Name

LABELS = ("PER", "ORG", "LOC")


@dataclass
class Score:
    """Counts of one test; a span is right when it covers the corpus's own tokens exactly, under the right label."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)

    def f1(self, *labels: str) -> float:
        """In percent; over these labels, all of them when none is given."""
        right, found, marked = (
            sum(counted[label] for label in labels or LABELS) for counted in (self.right, self.found, self.marked)
        )
        return 200 * right / max(found + marked, 1)

    def precision(self, *labels: str) -> float:
        """In percent."""
        return 100 * sum(self.right[label] for label in labels or LABELS) / max(self.found.total(), 1)

    def recall(self, *labels: str) -> float:
        """In percent."""
        return 100 * sum(self.right[label] for label in labels or LABELS) / max(self.marked.total(), 1)


def on_text(nlp: Language, sentences: Iterable[Marked]) -> Score:
    """As articles are read: from the printed text, in the tokens of our own pipeline."""
    sentences = list(sentences)
    docs = nlp.pipe([sentence.text for sentence in sentences])
    return _score(sentences, ([Name(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in docs))


def on_tokens(nlp: Language, sentences: Iterable[Marked]) -> Score:
    """From the tokens of the corpus, as other models are measured."""
    sentences = list(sentences)
    return _score(sentences, (_names(nlp, sentence) for sentence in sentences))


def _names(nlp: Language, sentence: Marked) -> list[Name]:
    words = [sentence.text[start:end] for start, end in sentence.tokens]
    doc = Doc(nlp.vocab, words=words)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return [Name(sentence.tokens[e.start][0], sentence.tokens[e.end - 1][1], e.label_) for e in doc.ents]


def _score(sentences: list[Marked], found: Iterator[list[Name]]) -> Score:
    score = Score()
    for sentence, names in zip(sentences, found, strict=True):
        marked, read = (set(_whole_tokens(sentence, each)) for each in (sentence.known(), names))
        score.marked.update(label for _, _, label in marked)
        score.found.update(label for _, _, label in read)
        score.right.update(label for _, _, label in marked & read)
    return score


def _whole_tokens(sentence: Marked, names: Iterable[Name]) -> Iterator[tuple[int, int, str]]:
    for name in names:
        inside = [i for i, (a, b) in enumerate(sentence.tokens) if a < name.end and name.start < b]
        yield inside[0], inside[-1], name.label
