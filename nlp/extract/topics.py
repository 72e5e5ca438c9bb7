"""Whether an article is about small and medium industry."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True)
class Topic:
    """One subject of an article, with the words that decided it. Captions never decide."""

    topic: str  # a key of gazetteers/ikm.toml; "ikm" makes the article relevant
    words: tuple[str, ...]  # as printed, each once


def topics(doc: Doc) -> Iterator[Topic]:
    yield from ()
