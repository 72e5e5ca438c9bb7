"""The caption of the main photograph, and who took it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from crawler.extraction.clock import printed
from crawler.extraction.page import Block, Page
from crawler.extraction.words import alternatives, pattern, words

MAX_CAPTION = 1_200  # the longest caption seen has 420 characters
MAX_CREDIT = 90
SHORT = 40  # characters of a line that is a name alone
LEVELS = 4  # how far above the image its box can be
SMALL = 120  # pixels: icons, avatars and thumbnails are smaller
_ICON = re.compile(
    r"logo|icon|avatar|sprite|blank|pixel|spacer|loading|emoji|banner|/ads?/|profile|placeholder|\.svg", re.IGNORECASE
)
_LABEL = re.compile(
    rf"(?:^|[\s(/|.\[–-])(?:{alternatives('caption_credit', 'labels')})\s*(?:[:：]|\boleh\b|\bby\b)\s*", re.IGNORECASE
)
_TAIL = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,90})\s*[)\]]?\.?\s*$")
_LAST = re.compile(r"(?:[.)\]”\"]\s+|\s[-–|]\s)([A-Z][^.!?]{3,70}(?:/[^.!?]{2,40})?\.?)$")
_DASHED = re.compile(r"(?<=[\w.)\]])\s?-\s?([A-Za-z][^-]{2,45}-[^-]{0,40})$")
_SLASH = re.compile(r"\s*(?:/|\||—)\s*(©.{2,80}|(?:foto|dok)\b.{2,80})$|\s*(©.{2,80})$", re.IGNORECASE)


@dataclass(frozen=True)
class Photo:
    """What is printed about the main photograph."""

    caption: str | None
    credit: str | None


def photo(page: Page, position: int, start: int, end: int, title: str, sites: frozenset[str]) -> Photo:
    """Caption and credit of the first photograph below the headline, read from the box around it.

    Between headline and text every box with an image counts; inside the text only what is marked as a caption.
    """
    found, first = Photo(None, None), max(position + 1, 0)
    for box in _boxes(page, position, start, end):
        lines = [b for b in box if not _is_interface(b)]
        if lines:
            read = _read(lines, sites)
            found = Photo(found.caption or read.caption, found.credit or read.credit)
        if found.caption:
            break
    loose = (
        next((b.text for b in page.blocks[first:start] if _is_loose_credit(b, sites)), None) if found.caption else None
    )
    return Photo(found.caption, found.credit or loose or _photographer(page, position, end))


def _boxes(page: Page, position: int, start: int, end: int) -> Iterator[list[Block]]:
    """Boxes of text that may be the caption, the likeliest first."""
    first = max(position + 1, 0)
    images = [(at, el) for at, el in page.images if position < at and not _small(el)]
    for at, el in images:
        if at <= start + 1:
            yield _box(page, at, el, position, start, end)
    for block in page.blocks[first:end]:
        if _marked(block):
            yield [block]
    if end == start:  # a photo story: its captions are its text
        for block in page.blocks[first:]:
            if block.el.tag == "figcaption":
                yield [block]
    for at, el in images[:3]:
        if start + 1 < at <= end + 2 and end - start <= 3:  # a photo page prints the picture below its sentence
            yield _box(page, at, el, position, start, end)
    yield [b for b in page.blocks[max(0, position - 6) : max(position, 0)] if _marked(b) and not b.linked]


def _only_name(text: str) -> bool:
    """Whether a line is a name alone: above it nobody can tell sitter from photographer, and captions are commoner."""
    known = any(re.search(rf"\b{re.escape(w)}\b", text.lower()) for w in words("caption_credit", "words"))
    return not known and text[0].isupper() and not re.search(r"[/.:©®]", text)


def _is_loose_credit(block: Block, sites: frozenset[str]) -> bool:
    """Whether a line above the text is a credit that stands apart from its picture: "Republika/Raisan A"."""
    return (
        "/" in block.text
        and not block.linked
        and not _is_interface(block)
        and is_credit(block.text, sites)
        and not printed(block.text)
    )


def _photographer(page: Page, position: int, end: int) -> str | None:
    """Who took the pictures of a photo page, by the word for it: "Fotografer: X" -> "X"."""
    for block in page.blocks[max(0, position - 3) : end + 3]:
        match = pattern("photographer").match(block.text)
        if match:
            return match.group(1)
    return None


def parted(text: str, sites: frozenset[str] = frozenset()) -> Photo:
    """A caption without its credit: "Pameran batik. (Foto: Dinas)" -> ("Pameran batik.", "Dinas")."""
    text = text.strip()
    tail = _TAIL.search(text)
    if tail and is_credit(tail.group(1), sites):
        return Photo(text[: tail.start()].strip() or None, _bare(tail.group(1)))
    slash = _SLASH.search(text)
    if slash:
        return Photo(text[: slash.start()].strip() or None, _bare(next(g for g in slash.groups() if g)))
    dashed = _DASHED.search(text)  # Disway's houses: "Etalase sepatu.-Sekar A-Disway"
    if dashed and (text[dashed.start() - 1] in ".)" or is_credit(dashed.group(1).replace("-", "/"), sites)):
        return Photo(text[: dashed.start()].strip(), _bare(dashed.group(1).strip("-")))
    last = _LAST.search(text)
    if last and is_credit(last.group(1), sites) and ("/" in last.group(1) or "|" in last.group()):
        return Photo(text[: last.start(1)].strip(" -–|") or None, _bare(last.group(1)))
    label = [m for m in _LABEL.finditer(text) if len(text) - m.end() <= MAX_CREDIT]
    if label:
        mark = label[0]
        return Photo(text[: mark.start()].strip(" -–|/([") or None, _bare(text[mark.end() :]))
    return Photo(text or None, None)


def is_credit(text: str, sites: frozenset[str] = frozenset()) -> bool:
    """Whether a text names who took or owns a photo: "ANTARA FOTO/Budi", "ist"; not "kiri", "3/7/2019"."""
    text = text.strip(" .()[]")
    if not text or len(text) > MAX_CREDIT or re.fullmatch(r"[\d\s/.,-]+", text):
        return False
    low = text.lower()
    first = re.split(r"[\s:/.,-]", low, maxsplit=1)[0]
    if _LABEL.match(text) or low in words("caption_credit", "words") or first in words("caption_credit", "first"):
        return True
    if any(re.search(rf"(?:^|\W){re.escape(w)}(?:$|\W)", low) for w in words("caption_credit", "words") if len(w) > 3):
        return True
    if re.search(r"[A-Za-z.]{2,}\s?/\s?[A-Za-z]", text) and not re.search(r"[.!?] ", text):
        return True
    if re.fullmatch(r"(?:[A-Z][\w.'’-]+\s){1,3}(?:for\s)?[A-Z][\w.'’-]+", text):  # "Dian Kurniawan"
        return True
    return re.sub(r"\W", "", low) in sites or bool(re.search(r"\w\.(com|co\.id|id|net)\b|©|®", low))


def _bare(text: str) -> str | None:
    text = re.sub(
        rf"^\W*(?:{alternatives('caption_credit', 'labels')})\s*[:：]\s*", "", text.strip(), flags=re.IGNORECASE
    )
    return text.strip(" ©()[]|") or None


def _small(el: etree._Element) -> bool:
    source = " ".join(el.get(name) or "" for name in ("src", "data-src", "data-original", "class"))
    sizes = [int(m) for name in ("width", "height") for m in re.findall(r"^\d+", el.get(name) or "")]
    above = el.getparent()
    outer = f"{above.get('class') or ''}" if above is not None else ""
    return bool(_ICON.search(source) or _ICON.search(outer)) or (bool(sizes) and min(sizes) < SMALL)


def _box(page: Page, at: int, el: etree._Element, position: int, start: int, end: int) -> list[Block]:
    """The blocks of the smallest box around an image that has text, outside the report."""
    current = el.getparent()
    for _ in range(LEVELS):
        if current is None:
            return []
        first, last = page.spans.get(current, (at, at))
        if current.tag in ("body", "html") or first <= position < last:
            return [b for b in page.blocks[at:start] if _marked(b)][:1]
        inside = [b for b in page.blocks[first:last] if b.position < start or b.position >= end or _marked(b)]
        if first < end and last > start:  # the box holds text of the report too
            inside = [b for b in inside if _marked(b) and b.position <= at + 1]
        if any(not _is_interface(b) for b in inside):
            return inside
        current = current.getparent()
    return []


def _marked(block: Block) -> bool:
    """Whether class or element say caption."""
    el: etree._Element | None = block.el
    for _ in range(2):
        if el is None:
            return False
        if el.tag == "figcaption" or pattern("caption").search(f"{el.get('class') or ''} {el.get('id') or ''}"):
            return True
        el = el.getparent()
    return False


def _is_interface(block: Block) -> bool:
    """Whether a line near the photo is none of its caption: buttons, counts, bylines, dates."""
    text = block.text.strip(" .:")
    if (
        not text
        or len(text) > MAX_CAPTION
        or text.lower() in words("caption_credit", "ui")
        or (block.linked > 0.5 and not _marked(block))
    ):
        return True
    if not any(c.isalpha() for c in text) or re.fullmatch(r"[\d.,]+\s*\w*", text):
        return True
    byline = pattern("author").search(block.el.get("class") or "") and len(text) < SHORT and "/" not in text
    return not _marked(block) and bool(byline or pattern("interface").match(text))


def _read(blocks: list[Block], sites: frozenset[str]) -> Photo:
    """Caption and credit out of the lines of one box, the credit in a line of its own or at the caption's end."""
    texts = [b.text for b in blocks]
    credits = [t for t in texts if len(t) <= MAX_CREDIT and is_credit(t, sites) and not _only_name(t)]
    captions = [t for t in texts if t not in credits]
    credit = _bare(credits[0]) if credits else None
    if not captions:
        whole = parted(credits[0], sites) if credits else Photo(None, None)
        return whole if whole.caption and whole.caption != credits[0] else Photo(None, credit)
    best = captions[0]
    found = parted(best, sites)
    return Photo(found.caption, found.credit or credit)
