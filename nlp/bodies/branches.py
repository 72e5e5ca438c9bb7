"""Offices at the branches of bodies whose branches have no name of their own: BI, OJK."""

import re

from nlp.bodies.institutions import Mark, Marks
from nlp.bodies.short_forms import nameless_branches
from nlp.data import gazetteer, lexicon
from nlp.text.patterns import any_of

BRACKETS = re.compile(r"\s*\([^)]*\)")


def branch_unit(source: str, mark: Mark, marks: Marks) -> str:
    """What the head of a branch leads, the body left out: "KPw BI Jatim" -> "Kantor Perwakilan Jawa Timur".

    Empty for the body itself and for any other body.
    """
    default = nameless_branches().get(mark.name)
    if default is None:
        return ""
    regions = [m for m in marks.all if m.label == "PLACE" and mark.start <= m.start and m.end <= mark.end]
    printed = BRACKETS.sub("", source[mark.start : regions[0].start if regions else mark.end])
    unit = " ".join(
        _in_full(word) for word in re.sub(_names(mark.name), " ", printed).split() if word not in _provinces()
    )
    joiner = f" {lexicon('bodies')['joiners'][0]} "
    return f"{unit or default} {joiner.join(region.name for region in regions)}" if regions else unit


def _names(body: str) -> str:
    row = next(row for row in gazetteer("agencies")["agency"] if row["name"] == body)
    return rf"\b{any_of([row['name'], *row['aliases']])}\b"


def _in_full(word: str) -> str:
    """ "KPw" -> "Kantor Perwakilan", also in one word with the body."""
    data = lexicon("bodies")
    if word in data["branches"]["joined"]:
        return data["branches"]["in_one_word"]
    return next((full for short, full in data["kinds"]["in_full"].items() if short.casefold() == word.casefold()), word)


def _provinces() -> list[str]:
    return lexicon("places")["province_heads"]
