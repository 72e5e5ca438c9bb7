"""The steps from corpora to weights, each with files in the working folder, so that each can be run again alone."""

import json
import logging
import os
import shutil
from collections.abc import Callable, Iterable
from importlib.resources import as_file, files
from pathlib import Path

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.tokens import DocBin

from nlp.training.corpora import corpus, parts
from nlp.training.crf import Crf
from nlp.training.crf import train as train_crf
from nlp.training.marked import Marked, Name, blank, doc_of
from nlp.training.overlap import without_copies
from nlp.training.silver import silver
from nlp.training.truecase import Truecaser
from nlp.training.variants import variants

log = logging.getLogger(__name__)
GOLD_COPIES = 3  # of what people have marked, each with other variants, for one of the silver
TEACHER_STEPS = 1500


def held_out(corpora: Path) -> list[Marked]:
    """The sentences that no model may learn: all test parts, and the dev parts that say when to stop."""
    return [s for part in ("test", "dev") for name in parts(part) for s in corpus(corpora, name, part)]


def gold(corpora: Path) -> list[Marked]:
    """What people have marked with persons, organisations and places, without copies of what is held out."""
    sentences = [s for name in parts("train") for s in corpus(corpora, name, "train")]
    kept = without_copies(sentences, held_out(corpora))
    log.info("gold: %d sentences, %d copies of held-out ones left out", len(kept), len(sentences) - len(kept))
    return kept


def dev(corpora: Path) -> list[Marked]:
    """What says which state of a model is the best."""
    return [s for name in parts("dev") for s in corpus(corpora, name, "dev")]


def raw_silver(corpora: Path) -> list[Marked]:
    """The corpora without organisations of their own, with capitals, without copies of what is held out."""
    kumparan, nerp = corpus(corpora, "kumparan-pos", "train"), []
    for part in ("train", "valid"):
        nerp += corpus(corpora, "nerp", part)
    kept = without_copies([*nerp, *kumparan], held_out(corpora))
    log.info("silver: %d sentences, %d copies left out", len(kept), len(nerp) + len(kumparan) - len(kept))
    cased = Truecaser([*gold(corpora), *kumparan]).cased
    return [cased(s) if s.source == "nerp" else s for s in kept]


def teachers(corpora: Path, work: Path) -> None:
    """Trains the two teachers on the gold sentences: work/teacher and work/crf.model."""
    sentences = gold(corpora)
    write(variants(sentences, seed=1), work / "teacher.spacy")
    write(dev(corpora), work / "dev.spacy")
    train_crf(sentences, work / "crf.model")
    fit(work / "teacher.spacy", work / "dev.spacy", work / "teacher", seed=1, steps=TEACHER_STEPS)


def mix(corpora: Path, work: Path) -> None:
    """work/train.spacy: gold and silver, with their variants."""
    both = (network_teacher(work / "teacher" / "model-best"), Crf(work / "crf.model").names)
    taught = [silver(sentence, both) for sentence in raw_silver(corpora)]
    everything: list[Marked] = list(variants(taught, seed=2))
    for copy in range(GOLD_COPIES):
        everything += variants(gold(corpora), seed=3 + copy)
    write(everything, work / "train.spacy")
    write(dev(corpora), work / "dev.spacy")
    log.info("%d sentences to learn from", len(everything))


def network_teacher(path: Path) -> Callable[[Marked], list[Name]]:
    """What says the names a trained network finds."""
    nlp = spacy.load(path)
    nlp.tokenizer = blank().tokenizer

    def names(sentence: Marked) -> list[Name]:
        return [Name(e.start_char, e.end_char, e.label_) for e in nlp(sentence.text).ents]

    return names


def fit(train: Path, dev: Path, out: Path, seed: int, steps: int | None = None) -> None:
    """Trains one network with spaCy; out/model-best is its best state on `dev`."""
    overrides: dict[str, object] = {"paths.train": str(train), "paths.dev": str(dev), "system.seed": seed}
    if steps:
        overrides["training.max_steps"] = steps
    with as_file(files("nlp.training") / "config.cfg") as config:
        spacy_train(config, out, overrides=overrides)


def export(trained: Path, target: Path, version: str) -> None:
    """The network alone into nlp/model: no vocabulary, whose strings are the words of the corpora."""
    nlp = spacy.load(trained)
    nlp.meta["name"], nlp.meta["version"] = "names", version
    nlp.config["paths"] |= {"train": None, "dev": None}  # where they lay when it was trained is nobody's matter
    shutil.rmtree(target / "ner", ignore_errors=True)
    nlp.to_disk(target, exclude=["vocab"])
    meta = json.loads((target / "meta.json").read_text(encoding="utf-8"))
    meta.pop("performance", None)  # on dev; the card has the scores on the tests
    (target / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write(sentences: Iterable[Marked], path: Path) -> None:
    """A spaCy DocBin of the sentences."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=[doc_of(s) for s in sentences], store_user_data=False).to_disk(path)


def single_core() -> None:
    """Sums of one core are the same every time; those of several come in any order."""
    for library in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(library, "1")


def model(path: Path) -> Language:
    """A trained model with the tokenizer of our own pipeline."""
    nlp = spacy.load(path)
    nlp.tokenizer = blank().tokenizer
    return nlp
