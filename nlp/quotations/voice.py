"""Who speaks, as the words around what is said tell it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Voice:
    """Who speaks."""

    entity: str | None = None  # Entity.id of the person
    name: str | None = None  # full name, else the words used, else None
    words: str | None = None  # the words used
    how: str | None = field(default=None, compare=False)  # why it is this one: a key of lexicon/rules.toml, [speaker]


UNKNOWN = Voice()
