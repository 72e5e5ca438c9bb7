"""What a reading has and the truth has not, and the other way round, each in its context."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nlp.data import slug

CONTEXT = 45  # characters on each side: about half a line of print
FIRST_WORDS = 3  # by which a quotation is known, as in the guidelines
WHAT = {  # record kind -> the fields that say what the record is
    "officials": ("name", "office", "institution"),
    "ministries": ("canonical",),
    "agencies": ("canonical",),
    "figures": ("value", "upper", "kind", "unit"),
    "dates": ("iso",),
    "quotes": ("begins", "speaker"),
}
NAMES = ("organisations", "places", "countries")  # lists of plain names
SURFACES = ("text", "surface", "name", "canonical")  # fields that may hold the printed words, best first


@dataclass(frozen=True)
class Difference:
    """One thing that only the truth or only the reading has. Also such as a scorer may forgive ("Rp" for "IDR")."""

    kind: str  # of record: "officials"
    missed: bool  # only the truth has it; else only the reading
    what: str  # "Gati Wibawaningsih / Direktur Jenderal / Kementerian Perindustrian"
    context: str  # the printed words and what stands around them; empty where the words as such are not printed

    def __str__(self) -> str:
        context = f"   … {self.context} …" if self.context else ""
        return f"{'missed' if self.missed else 'false '} {self.kind}: {self.what}{context}"


def differences(truth: dict[str, Any], read: dict[str, Any], text: str) -> Iterator[Difference]:
    """Both in the form of the guidelines, as report() gives it; `text` is the article as stored.

    Kind by kind, what was missed first.
    """
    for kind in (*WHAT, *NAMES):
        right, found = _things(truth, kind), _things(read, kind)
        for missed, here, there in ((True, right, found), (False, found, right)):
            for key, (what, surface) in here.items():
                if key not in there:
                    yield Difference(kind, missed, what, _context(text, surface))
    if truth.get("relevant") != read.get("relevant"):
        yield Difference("relevance", bool(truth.get("relevant")), str(truth.get("relevant")), "")


def _things(document: dict[str, Any], kind: str) -> dict[str, tuple[str, str]]:
    """Key to compare by -> what it is, and its printed words."""
    if kind in NAMES:
        return {slug(name): (name, name) for name in document.get(kind) or ()}
    return dict(_thing(record, kind) for record in document.get(kind) or ())


def _thing(record: dict[str, Any], kind: str) -> tuple[str, tuple[str, str]]:
    record = {"begins": record.get("text"), **record}
    if kind == "quotes":
        record["begins"] = " ".join(str(record["begins"]).split()[:FIRST_WORDS])
    values = [_plain(record[name]) for name in WHAT[kind] if record.get(name) is not None]
    surface = next((str(record[name]) for name in SURFACES if record.get(name)), "")
    surface = (record.get("surfaces") or [surface])[0]
    return "/".join(slug(value) for value in values), (" / ".join(values), surface)


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _context(text: str, surface: str) -> str:
    at = text.find(surface) if surface else -1
    if at < 0:
        return ""
    around = text[max(0, at - CONTEXT) : at] + f"[{surface}]" + text[at + len(surface) :][:CONTEXT]
    return " ".join(around.split())
