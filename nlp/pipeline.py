"""load() -> the spaCy pipeline that reads an article."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp.components import bodies, gazetteers, links, people, sentences  # noqa: F401  (each registers its component)
from nlp.text.tokens import Tokenizer

MODEL = Path(__file__).parent / "model"  # the trained weights, when there are any
# Whether they read along. Measured in 2026-11 behind the rules, on 145 articles of other publishers: the F1 of
# organisations rises by less than 0.01, that of persons falls by 0.01 to 0.10 (firms are taken for persons). On 99 of
# them, of 51 names that only the model calls an organisation 3 are one, of 13 persons 3; reading takes twice as long.
USE_MODEL = False
LONGEST = 10_000_000  # characters of a text that are read; spaCy's own limit is meant for parsers
COMPONENTS = ("sentences", "gazetteers", "bodies", "people", "links")  # each reads what those before it have marked
log = logging.getLogger(__name__)

Doc.set_extension(
    "failures", default=None, force=True
)  # dict[str, str]: component -> error, for what could not be read


def load(model: bool | None = None) -> Language:
    """A fresh pipeline: rules, and in front of them the trained names of nlp/model when `model` says so.

    None stands for USE_MODEL; OSError when the weights are wanted and missing. A trained component fills doc.ents;
    the rules after it read them and decide. A component that fails on an article is named in doc._.failures, and the
    others still read it.
    """
    nlp = spacy.blank("id")
    nlp.max_length = LONGEST
    nlp.tokenizer = Tokenizer(nlp)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    if USE_MODEL if model is None else model:
        nlp.add_pipe("trained_names", name="ner", after="sentences")
    nlp.set_error_handler(_note_failure)  # type: ignore[arg-type]  # spaCy lets a handler return; its stub does not
    return nlp


@Language.factory("trained_names")
def trained_names(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The ner of nlp/model in a function: spaCy's own class of it refuses an error handler."""
    ner = spacy.load(MODEL, vocab=nlp.vocab).get_pipe("ner")
    return lambda doc: ner(doc)


def model_version() -> str | None:
    """Name and version of the trained model, None while the rules read alone."""
    if not USE_MODEL:
        return None
    meta = spacy.util.get_model_meta(MODEL)
    return f"{meta['name']} {meta['version']}"


def _note_failure(name: str, component: Callable[..., Any], docs: list[Doc], error: Exception) -> None:
    for doc in docs:
        log.error("%s could not read an article: %s", name, error, exc_info=error)
        doc._.failures = {**(doc._.failures or {}), name: f"{type(error).__name__}: {error}"}
