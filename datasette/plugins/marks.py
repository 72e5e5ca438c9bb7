"""Marks in a text what was read out of it: valid, escaped HTML however the ranges nest or overlap."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from datasette import hookimpl
from jinja2 import Environment
from markupsafe import Markup

BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
Range = Mapping[str, Any]  # start, end (characters of the text, half open), kind, title, href or None, id or None


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.globals["marks"] = marks
    env.globals["marked_paragraphs"] = marked_paragraphs


def marks(text: str, ranges: Iterable[Range]) -> Markup:
    """marks("Dinas Jatim", [{"start": 6, "end": 11, "kind": "place"}]) -> 'Dinas <mark class="place">Jatim</mark>'

    Ranges that overlap are cut at each other's ends, longer ones stand outside. Only the innermost one carries its
    link, as links cannot nest. Ranges outside the text are cut to it, empty ones are left out.
    """
    inside = sorted(_within(ranges, 0, len(text)), key=lambda r: (r["start"], -r["end"]))
    bounds = sorted({0, len(text), *(r["start"] for r in inside), *(r["end"] for r in inside)})
    out, stack, named = [], [], set()
    for start, end in pairwise(bounds):
        wanted = [r for r in inside if r["start"] <= start and end <= r["end"]]
        kept = next((i for i, (a, b) in enumerate(zip(stack, wanted, strict=False)) if a is not b), None)
        kept = min(len(stack), len(wanted)) if kept is None else kept
        out += [Markup("</mark>")] * (len(stack) - kept)
        for opened in wanted[kept:]:
            out.append(_opening(opened, named))
        stack = wanted
        out.append(_linked(text[start:end], stack))
    out += [Markup("</mark>")] * len(stack)
    return Markup("").join(out)


def marked_paragraphs(text: str, ranges: Iterable[Range]) -> list[Markup]:
    """The paragraphs of a text (parted by blank lines), each marked; a range over several is marked in each."""
    everything = list(ranges)
    breaks = [(m.start(), m.end()) for m in BLANK_LINE.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return [
        marks(text[start:end], [_moved(r, start) for r in _within(everything, start, end)])
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip()
    ]


def _within(ranges: Iterable[Range], start: int, end: int) -> list[Range]:
    """The ranges that have characters between start and end, cut to them; only the head of a cut one keeps its id."""
    cut = []
    for r in ranges:
        head, tail = max(r["start"], start), min(r["end"], end)
        if head < tail:
            whole = {**r, "start": head, "end": tail}
            cut.append(whole if head == r["start"] else {**whole, "id": None})
    return cut


def _moved(r: Range, by: int) -> Range:
    return {**r, "start": r["start"] - by, "end": r["end"] - by}


def _opening(r: Range, named: set[str]) -> Markup:
    """The tag; an id is given once, to the first piece of its range."""
    tag = Markup('<mark class="{}"').format(r["kind"])
    if r.get("id") and r["id"] not in named:
        named.add(r["id"])
        tag += Markup(' id="{}"').format(r["id"])
    if r.get("title"):
        tag += Markup(' title="{}"').format(r["title"])
    return tag + Markup(">")


def _linked(piece: str, stack: list[Range]) -> Markup:
    if stack and stack[-1].get("href") and piece.strip():
        return Markup('<a href="{}">{}</a>').format(stack[-1]["href"], piece)
    return Markup.escape(piece)
