"""One article -> all records of all extractors, and what could not be read."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp.document import Entity, document, let_go
from nlp.extract import EXTRACTORS

log = logging.getLogger(__name__)


@dataclass
class Reading:
    """What one article says."""

    records: dict[str, list[Any]] = field(default_factory=dict)  # extractor's name -> its records, in order of the text
    entities: dict[str, Entity] = field(default_factory=dict)  # every entity the records name, by id
    failures: dict[str, str] = field(default_factory=dict)  # component or extractor -> error; the others are whole


def reading(nlp: Language, title: str, caption: str | None, text: str, published: date | None) -> Reading:
    """Everything that is read out of the article. No text makes it fail: a failing step is named in `failures`."""
    doc = document(nlp, title, caption, text, published)
    result = Reading(failures=dict(doc._.failures or {}))
    for extract in EXTRACTORS:
        result.records[extract.__name__] = _records(extract, doc, result.failures)
    result.entities = dict(doc._.entities)
    let_go(doc)
    return result


def _records(extract: Callable[[Doc], Iterator[Any]], doc: Doc, failures: dict[str, str]) -> list[Any]:
    found: list[Any] = []
    try:
        found.extend(extract(doc))
    except Exception as error:  # whatever one extractor cannot read, the others still do; the failure is stored
        log.exception("%s could not read an article", extract.__name__)
        failures[extract.__name__] = f"{type(error).__name__}: {error}"
    return found
