"""Scores over passages of our own wording, for what the articles marked by hand do not mark: indirect speech."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp.components import sentences  # noqa: F401  (registers the component)
from nlp.data import slug
from nlp.document import Entity, add_mention, document
from nlp.extract.quotes import quotes


def passages(path: Path) -> list[dict[str, Any]]:
    """The passages of the file: text, persons (full name -> short forms), statements (text, speaker, cue)."""
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["case"])


def statements(cases: list[dict[str, Any]]) -> dict[str, int]:
    """How many statements are right, read and marked; right are those whose words, speaker and verb all are."""
    nlp = spacy.blank("id")
    nlp.add_pipe("sentences")
    right = read = marked = 0
    for case in cases:
        found = quotes(marked_doc(nlp, case["text"], case.get("persons", {})))
        told = Counter((quote.text, quote.speaker_name, quote.cue) for quote in found if quote.kind == "indirect")
        wanted = Counter((row["text"], row["speaker"], row["cue"]) for row in case["statements"])
        right, read, marked = right + (told & wanted).total(), read + told.total(), marked + wanted.total()
    return {"right": right, "read": read, "marked": marked}


def marked_doc(nlp: Language, text: str, persons: dict[str, list[str]], title: str = "") -> Doc:
    """The passage with its persons (full name -> short forms) marked as the components before would have done."""
    doc = document(nlp, title=title, text=text)
    taken: set[int] = set()
    for full, short in persons.items():
        entity = Entity(f"person-{slug(full)}", "PERSON", full)
        for form in [full, *short]:
            for match in re.finditer(rf"\b{re.escape(form)}\b", doc.text):
                if match.start() not in taken:
                    add_mention(doc, *match.span(), entity)
                    taken.update(range(*match.span()))
    return doc
