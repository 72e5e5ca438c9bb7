"""What the trained model learns from: sentences as printed, without copies of the test sets, silver where two agree.

And what the model that it became can do: names in our own sentences, and the scores that its card claims.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from nlp.pipeline import MODEL
from nlp.training import scores, steps
from nlp.training.corpora import corpus
from nlp.training.marked import Marked, Name, marked, printed
from nlp.training.overlap import without_copies
from nlp.training.silver import silver


def plain(text: str) -> Marked:
    return Marked(text, (), (), "test")


def test_a_corpus_is_printed_as_the_press_prints() -> None:
    text, tokens = printed(["Ia", ",", "kata", '"', "Budi", '"', "(", "40", ")", "."])
    assert (text, tokens[4]) == ('Ia, kata "Budi" (40).', (10, 14))


def test_brackets_around_a_name_are_no_part_of_it() -> None:
    sentence = marked(["Partai", "(PPP)", "."], ["O", "B-ORG", "O"], "test")
    assert [sentence.text[n.start : n.end] for n in sentence.names] == ["PPP"]


def test_copies_of_test_sentences_are_left_out() -> None:
    test = plain("Perajin rotan di Cirebon mengirim kursi ke Belanda pada Senin.")
    near = plain("perajin rotan di cirebon mengirim kursi ke belanda pekan lalu")
    other = plain("Perajin tenun di Sikka menjual sarung ke Kupang.")
    assert without_copies([near, other], [test]) == [other]


def test_what_one_teacher_alone_finds_is_unknown() -> None:
    both, alone = Name(0, 4, "PER"), Name(13, 17, "LOC")
    result = silver(plain("Wati pergi ke Tuban"), (lambda s: [both, alone], lambda s: [both]))
    assert (result.known(), result.unknown()) == ((both,), (Name(13, 17, ""),))


CORPORA = Path(__file__).parents[2] / "shared" / "ner"
TARGETS = {"idner-news-2k": 90.0, "ner-ui": 87.0}


@cache
def names() -> Language:
    return steps.model(MODEL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wakil Presiden Boediono bertemu Budi Santoso di Surabaya.", {("Budi Santoso", "PER"), ("Surabaya", "LOC")}),
        ("Menurut Sri Rahayu, pabrik itu pindah ke Semarang.", {("Sri Rahayu", "PER"), ("Semarang", "LOC")}),
        ("Bank Indonesia menahan suku bunga, kata Agus Wijaya.", {("Bank Indonesia", "ORG"), ("Agus Wijaya", "PER")}),
    ],
)
def test_the_model_finds_names(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(e.text, e.label_) for e in names()(text).ents}


def test_the_model_finds_no_name_where_none_is() -> None:
    assert names()("Harga gula naik sejak bulan lalu karena hujan turun terus.").ents == ()


def test_the_weights_stay_small() -> None:
    assert sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file()) <= 12_000_000


@pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not part of the repository")
@pytest.mark.parametrize("name", TARGETS)
def test_the_scores_of_the_card_are_those_of_the_weights(name: str) -> None:
    card = (MODEL / "README.md").read_text(encoding="utf-8")
    claimed = re.search(rf"^\| {name} \| ([\d.]+) \|", card, re.MULTILINE)
    measured = scores.on_text(names(), corpus(CORPORA, name, "test")).f1()
    assert claimed is not None
    assert (f"{measured:.1f}", measured >= TARGETS[name]) == (claimed[1], True)
