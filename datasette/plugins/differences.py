"""differences(old, new) in templates: both texts in one, with what went out as <del> and what came in as <ins>.

once(rows): of rows that say the same, the first.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from datasette import hookimpl
from jinja2 import Environment
from markupsafe import Markup, escape
from rapidfuzz.distance import Levenshtein  # difflib takes minutes where few words recur often

NO_WORD = re.compile(r"[\W_]+")
PIECES = re.compile(r"\S+\s*")
MAX_PIECES = 3_000  # words of one text; of longer ones the head is compared


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.globals["differences"] = differences
    env.globals["permanent"] = permanent
    env.globals["once"] = once


def differences(old: str | None, new: str | None) -> Markup:
    """("Rp 2,4 miliar", "Rp 2,1 miliar") -> "Rp <del>2,4</del><ins>2,1</ins> miliar", everything escaped."""
    before, after = PIECES.findall(old or "")[:MAX_PIECES], PIECES.findall(new or "")[:MAX_PIECES]
    out = []
    for kind, a, b, c, d in Levenshtein.opcodes(before, after):
        if kind == "equal":
            out.append(escape("".join(before[a:b])))
            continue
        out += [Markup("<del>{}</del>").format("".join(before[a:b]))] if b > a else []
        out += [Markup("<ins>{}</ins>").format("".join(after[c:d]))] if d > c else []
    return Markup("").join(out)


def once(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The first of the rows whose `text` has the same letters: printers write "Rp75" or "Rp 75"."""
    first: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        first.setdefault(NO_WORD.sub("", row["text"]).casefold(), row)
    return list(first.values())


def permanent(article: int) -> str:
    """The identifier that feeds and error reports use for an article; it never changes."""
    return f"tag:pantau-ikm,2026:article/{article}"
