"""Reads the corpora that corpora.toml lists, each file checked against its checksum."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nlp.training.marked import Marked, marked, settings


def corpus(folder: Path, name: str, part: str) -> list[Marked]:
    """The sentences of one part (train, dev, test) of a corpus. Raises ValueError for a file of another checksum."""
    row = next(row for row in settings()["corpus"] if row["name"] == name)
    file = row["files"][part]
    content = (folder / file["path"]).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != file["sha256"]:
        raise ValueError(f"{folder / file['path']} has the checksum {digest}, corpora.toml knows {file['sha256']}")
    return [marked(words, labels, name) for words, labels in _sentences(content.decode("utf-8"), row)]


def parts(kind: str, silver: bool = False) -> list[str]:
    """The names of the corpora that have such a part."""
    return [row["name"] for row in settings()["corpus"] if kind in row["files"] and row.get("silver", False) == silver]


def _sentences(content: str, row: dict[str, Any]) -> Iterator[tuple[list[str], list[str]]]:
    """Words and labels; a line holds a word first and its label last, an empty line ends a sentence."""
    words: list[str] = []
    labels: list[str] = []
    for line in (*content.split("\n"), ""):
        fields = line.split()
        if len(fields) > 1:
            words.append(_mended(fields[0], row))
            labels.append("O" if row.get("unmarked") else _label(fields[-1], row["labels"]))
        elif words:
            yield words, labels
            words, labels = [], []


def _mended(word: str, row: dict[str, Any]) -> str:
    for wrong, right in row.get("mended", {}).items():
        word = word.replace(wrong, right)
    return word


def _label(printed: str, labels: dict[str, str]) -> str:
    """ "B-PERSON" -> "B-PER"; "B-" for a kind that is left out (unknown), O for one that is mapped to nothing."""
    if printed == "O":
        return "O"
    begin, _, kind = printed.partition("-")
    own = labels.get(kind)
    if own == "":
        return "O"
    return f"{begin}-{own or ''}"
