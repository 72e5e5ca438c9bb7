"""Reads the same articles with us and with two peers, one core each, in one run; prints a table for the README.

    python -m benchmarks.read                 # 200 articles of about 350 words
    python -m benchmarks.read --articles 60

The articles are paragraphs of the sample press, put together to 350 words, in another order and with other numbers
each time. Ours has all rules and extractors on, the trained names off. The peers find names only: nlp-id marks parts of
speech and phrases, in an environment of its own under data/benchmark; plain spaCy is the trained model of nlp/model
alone, with spaCy's own tokenizer. Loading is not counted; memory is the highest resident set of each process.

nlp-id fetches its model from a hub, which is no package registry: so its own train() makes it once from the tagged
sentences that the package brings along (about ten minutes and 280 MB), as its authors made theirs. It cuts sentences by
NLTK's Punkt, whose trained parameters the package index does not have: Punkt without them stands in.
"""

import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.peers import ROOT, environment
from tests.site.press import pieces, sites

WORDS = 350
TARGET = 20.0  # articles a second and core
MEMORY_MB = 700
TIMED = """
import json, resource, sys, time

def timed(read, articles):
    for article in articles[:3]:
        read(article)
    began = time.process_time()
    for article in articles:
        read(article)
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rate": len(articles) / seconds, "mb": memory}))

articles = json.load(open(sys.argv[1], encoding="utf-8"))
"""
OURS = """
from datetime import date
from nlp.pipeline import load
from nlp.reading import reading

nlp = load()

def read(article):
    failures = reading(nlp, article["title"], article["caption"], article["text"], date(2026, 11, 19)).failures
    if failures:
        sys.exit(str(failures))

timed(read, articles)
"""
SPACY = """
import spacy
from nlp.pipeline import MODEL

nlp = spacy.load(MODEL)
timed(lambda article: nlp(article["title"] + "\\n\\n" + article["text"]).ents, articles)
"""
NLP_ID = """
import multiprocessing
from pathlib import Path

import nlp_id
import nltk
from nlp_id.postag import PosTag
from nlp_id.tokenizer import Tokenizer
from nltk.tokenize.punkt import PunktSentenceTokenizer

nltk.sent_tokenize = PunktSentenceTokenizer().tokenize
model = Path(sys.prefix) / "postagger.pkl"
tagger = PosTag.__new__(PosTag)  # its __init__ would ask the hub
tagger.current_dir, tagger.tokenizer = str(Path(nlp_id.__file__).parent), Tokenizer()

def train():
    tagger.train(*tagger.transform_to_dataset(*tagger.read_dataset()))
    tagger.save_model(f"{model}.part")
    Path(f"{model}.part").rename(model)

if not model.exists():
    print("nlp-id: training its model, about ten minutes, once", file=sys.stderr)
    training = multiprocessing.Process(target=train)  # of its own, so that its memory is not counted
    training.start()
    training.join()
tagger.clf = tagger.load_model(model)
timed(lambda article: tagger.get_phrase_tag(article["title"] + ". " + article["text"]), articles)
"""
CANDIDATES = {  # name in the table -> what pip installs for it (nothing: our own environment), its program
    "pantau, all rules and extractors, trained names off": ("", OURS),
    "plain spaCy, names only": ("", SPACY),
    "nlp-id, phrases": ("nlp-id", NLP_ID),
}


def articles(count: int) -> list[dict[str, str]]:
    """Title, caption and text of `count` articles, no two alike; always the same ones."""
    chance = random.Random(4)
    sample = [piece for name in sites() for piece in pieces(name, 1) if piece.kind == "article"]
    paragraphs = [p for piece in sample for page in piece.pages for p in page if not p.startswith("## ")]
    made = []
    for number in range(count):
        own = sample[number % len(sample)]
        pool = itertools.chain((p for page in own.pages for p in page), chance.sample(paragraphs, len(paragraphs)))
        made.append({"title": own.headline, "caption": own.caption or "", "text": text(pool, number)})
    return made


def text(pool: "itertools.chain[str]", number: int) -> str:
    """Paragraphs up to WORDS words, and a sentence that is in no other article."""
    chosen, length = [f"Catatan nomor {number + 1} memuat {number + 12} IKM dari Kota Malang."], 8
    for paragraph in pool:
        if length >= WORDS:
            break
        chosen.append(paragraph)
        length += len(paragraph.split())
    return "\n\n".join(chosen)


def measured(python: Path, code: str, made: list[dict[str, str]]) -> dict[str, float] | None:
    """Articles a second of processor time, and megabytes; None when the program fails."""
    with tempfile.TemporaryDirectory() as folder:
        script, data = Path(folder) / "run.py", Path(folder) / "articles.json"
        script.write_text(TIMED + code, encoding="utf-8")
        data.write_text(json.dumps(made), encoding="utf-8")
        one_core = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")}
        done = subprocess.run(
            [python, script, data], cwd=ROOT, stdout=subprocess.PIPE, text=True,
            env={**os.environ, **one_core, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    if done.returncode:  # its error stands above
        return None
    result: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def main() -> int:
    """Measures all; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=200)
    made = articles(parser.parse_args().articles)
    words = sum(len(article["text"].split()) for article in made) / len(made)
    print(f"| {len(made)} articles of {words:.0f} words | articles/s·core | peak memory, MB |\n|---|---:|---:|")
    results = {}
    for name, (packages, code) in CANDIDATES.items():
        python = environment(name, packages)
        result = measured(python, code, made) if python else None
        if result:
            results[name] = result
            print(f"| {name} | {result['rate']:.1f} | {result['mb']:.0f} |", flush=True)
        else:
            print(f"| {name} | not measured | |", flush=True)
    ours = results.get(next(iter(CANDIDATES)))
    return int(ours is None or ours["rate"] < TARGET or ours["mb"] >= MEMORY_MB)


if __name__ == "__main__":
    sys.exit(main())
