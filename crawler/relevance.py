"""Whether an article of the general press is kept with its full text: by the terms of IKM and a researcher's own."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crawler.items import Article

OURS = Path(__file__).with_name("terms.toml")
WORD = re.compile(r"\w+")
KEEP = ("all", "ikm")  # what a publisher's `keep` may be
EXAMPLE = 'terms = ["kopi*", "rotan cirebon"]'


@dataclass(frozen=True)
class Terms:
    """Words and phrases to be found in an article; one that ends in "*" may go on."""

    whole: tuple[str, ...]
    begun: tuple[str, ...]

    def fit(self, article: Article) -> bool:
        """Whether title, section, tags, caption or text of the article names one of them."""
        parts = (article.title, article.section or "", *article.tags, article.caption or "", article.text)
        words = _words("\n".join(parts))
        return any(f" {term} " in words for term in self.whole) or any(f" {term}" in words for term in self.begun)


def made(terms: Iterable[str]) -> Terms:
    """["KUR", "batik*"] -> Terms(("kur",), ("batik",)); case and what stands between two words do not matter."""
    whole: list[str] = []
    begun: list[str] = []
    for term in terms:
        (begun if term.endswith("*") else whole).append(_words(term).strip())
    return Terms(tuple(filter(None, whole)), tuple(filter(None, begun)))


def _words(text: str) -> str:
    return f" {' '.join(WORD.findall(text.casefold()))} "


@cache
def terms(file: str | None = None) -> Terms:
    """The terms of IKM, and with a `file` the researcher's own beside them, or in their place (ikm = false).

    ValueError, with what to write, for a file that is none.
    """
    ours = [term for terms in tomllib.loads(OURS.read_text(encoding="utf-8")).values() for term in _listed(terms)]
    if not file:
        return made(ours)
    try:
        said = tomllib.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"The term file {file} cannot be read ({error}); it is TOML: {EXAMPLE}") from error
    own = said.get("terms")
    known = set(said) <= {"terms", "ikm", "source"}
    if not known or not own or not isinstance(own, list) or not all(isinstance(term, str) for term in own):
        raise ValueError(f"The term file {file} must hold a list of words, {EXAMPLE}, and perhaps ikm = false")
    return made(own if said.get("ikm") is False else [*ours, *own])


def _listed(value: object) -> list[str]:
    return value if isinstance(value, list) else []
