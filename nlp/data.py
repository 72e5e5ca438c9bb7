"""Reads the TOML files of gazetteers/ and lexicon/: closed lists of words and names with their sources."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def gazetteer(name: str) -> dict[str, Any]:
    """gazetteers/<name>.toml as it stands there."""
    return _toml("gazetteers", name)


@cache
def lexicon(name: str) -> dict[str, Any]:
    """lexicon/<name>.toml as it stands there."""
    return _toml("lexicon", name)


def _toml(folder: str, name: str) -> dict[str, Any]:
    source = files("nlp") / folder / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"nlp/{folder}/{name}.toml cannot be read: {error}") from error


def slug(name: str) -> str:
    """ "Kementerian Koperasi & UKM" -> "kementerian-koperasi-ukm": lower case ASCII letters and digits with hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))
