"""load() -> the spaCy pipeline that reads an article."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp.components import bodies, gazetteers, links, people, sentences  # noqa: F401  (each registers its component)
from nlp.tokens import Tokenizer

MODEL = Path(__file__).parent / "model"  # the trained weights, when there are any
COMPONENTS = ("sentences", "gazetteers", "bodies", "people", "links")  # each reads what those before it have marked
log = logging.getLogger(__name__)

Doc.set_extension(
    "failures", default=None, force=True
)  # dict[str, str]: component -> error, for what could not be read


def load() -> Language:
    """A fresh pipeline: rules, and in front of them the trained names of nlp/model when that folder exists.

    A trained component fills doc.ents; the rules after it read them and decide. A component that fails on an
    article is named in doc._.failures, and the others still read it.
    """
    nlp = spacy.blank("id")
    nlp.tokenizer = Tokenizer(nlp)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    if MODEL.exists():
        nlp.add_pipe("ner", source=spacy.load(MODEL), after="sentences")
    nlp.set_error_handler(_note_failure)  # type: ignore[arg-type]  # spaCy lets a handler return; its stub does not
    return nlp


def model_version() -> str | None:
    """Name and version of the trained model, None while the rules read alone."""
    if not MODEL.exists():
        return None
    meta = spacy.util.get_model_meta(MODEL)
    return f"{meta['name']} {meta['version']}"


def _note_failure(name: str, component: Callable[..., Any], docs: list[Doc], error: Exception) -> None:
    for doc in docs:
        log.error("%s could not read an article: %s", name, error, exc_info=error)
        doc._.failures = {**(doc._.failures or {}), name: f"{type(error).__name__}: {error}"}
