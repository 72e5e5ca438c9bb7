"""What a reader sees of a page: blocks of text between two breaks, each made of the pieces of a gathered line."""

import re
from dataclasses import dataclass, field

from lxml import etree

_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")

Piece = tuple[str, str | None, bool]  # text, address of the link around it, bold
BREAK: Piece = ("\n", None, False)


@dataclass(slots=True, eq=False)
class Block:
    """One run of text between two breaks, as seen."""

    text: str
    el: etree._Element  # the nearest element that is not inline
    links: tuple[tuple[int, int, str], ...]  # start, end (in text, half-open) and address
    bold: int  # characters of the bold run it begins with
    noises: tuple[etree._Element, ...]  # ancestors whose class says: no part of the report; one tuple for neighbours
    position: int
    linked: float  # share of the text that is links, 0 to 1
    prompt: bool | None = None  # what body.is_prompt said of it, which is asked more than once


@dataclass(slots=True, eq=False)
class Page:
    """The parse of one body and what the one walk over it saw."""

    root: etree._Element
    blocks: list[Block] = field(default_factory=list)
    spans: dict[etree._Element, tuple[int, int]] = field(default_factory=dict)  # element -> its blocks, half-open
    images: list[tuple[int, etree._Element]] = field(default_factory=list)  # how many blocks stood before it
    times: list[tuple[int, etree._Element]] = field(default_factory=list)  # <time> and dated elements, likewise


def squeezed(text: str) -> str:
    """Text with every run of spaces as one, unseen characters left out."""
    return " ".join(_seen(text).split())


def _seen(text: str) -> str:
    """Text without unseen characters, of which there are none among those of ASCII."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def paragraphs(line: list[Piece]) -> list[list[Piece]]:
    """A gathered line, parted where two breaks follow each other, or one break ends a sentence or a link."""
    parts: list[list[Piece]] = [[]]
    breaks = 0
    for piece in line:
        if piece == BREAK:
            breaks += 1
        elif not piece[0].strip() and breaks:
            continue
        else:
            if breaks and parts[-1]:
                parts += [[]] if breaks > 1 or _ends(parts[-1], piece) else []
                parts[-1].append((" ", None, False))
            breaks = 0
            parts[-1].append(piece)
    return parts


def _ends(part: list[Piece], following: Piece) -> bool:
    """Whether a single break after `part` ends a paragraph: a sentence, a link or a bold heading stands before it."""
    said = [piece for piece in part if piece[0].strip()]
    if not said:
        return False
    heading = all(bold for _, _, bold in said) and not following[2]
    return heading or said[-1][1] is not None or said[-1][0].rstrip()[-1] in ".!?:;”\"')]’"


def _is_word_end(last: str, first: str) -> bool:
    """Whether a word ends between two elements that no space parts: "Oleh" + "Putri" stand apart by style alone.

    Within a word no capital follows a small letter; a drop cap is the other way round ("D" + "i pasar").
    """
    return first.isupper() and (last.islower() or last in ".!?)”")


def block_of(part: list[Piece], el: etree._Element, noises: tuple[etree._Element, ...], position: int) -> Block | None:
    """The block of these pieces, their spaces squeezed; None when nothing of them is seen."""
    text, links, head = "", [], -1
    for raw, href, bold in part:
        seen = _seen(raw)
        words_ = " ".join(seen.split())
        start = len(text)
        if not words_:
            if seen and text and text[-1] != " ":
                text += " "
                links += [(start, start, href)] if href is not None else []
            continue
        if text and text[-1] != " " and (seen[0].isspace() or _is_word_end(text[-1], words_[0])):
            text += " "
        text += words_
        if href is not None:
            links.append((start, len(text), href))
        if not bold and head < 0:
            head = start
        if seen[-1].isspace():
            text += " "
    text = text.rstrip()
    if not text:
        return None
    linked = sum(end - start for start, end, _ in links) / len(text) if links else 0.0
    return Block(text, el, tuple(links), len(text) if head < 0 else head, noises, position, linked)
