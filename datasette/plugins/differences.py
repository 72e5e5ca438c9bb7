"""differences(old, new) in templates: both texts in one, with what went out as <del> and what came in as <ins>."""

import re

from datasette import hookimpl
from jinja2 import Environment
from markupsafe import Markup, escape
from rapidfuzz.distance import Levenshtein  # difflib takes minutes where few words recur often

PIECES = re.compile(r"\S+\s*")
MAX_PIECES = 3_000  # words of one text; of longer ones the head is compared


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.globals["differences"] = differences
    env.globals["permanent"] = permanent


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


def permanent(article: int) -> str:
    """The identifier that feeds and error reports use for an article; it never changes."""
    return f"tag:pantau-ikm,2026:article/{article}"
