"""The caption of the main photograph, and who took it."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from crawler.extraction.blocks import Block, Page
from crawler.extraction.clock import printed
from crawler.extraction.credits import MAX_CREDIT, Photo, bare, is_credit, parted
from crawler.extraction.words import pattern, words

MAX_CAPTION = 1_200  # the longest caption seen has 420 characters
SHORT = 40  # characters of a line that is a name alone
LEVELS = 4  # how far above the image its box can be
SMALL = 120  # pixels: icons, avatars and thumbnails are smaller
_ICON = re.compile(
    r"logo|icon|avatar|sprite|blank|pixel|spacer|loading|emoji|banner|/ads?/|profile|placeholder|\.svg", re.IGNORECASE
)


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
    images = [(at, el) for at, el in page.images if position < at]
    for at, el in images:
        if at <= start + 1 and not is_small(el):
            yield _box(page, at, el, position, start, end)
    for block in page.blocks[first:end]:
        if _marked(block):
            yield [block]
    if end == start:  # a photo story: its captions are its text
        for block in page.blocks[first:]:
            if block.el.tag == "figcaption":
                yield [block]
    for at, el in islice((pair for pair in images if not is_small(pair[1])), 3):
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


def is_small(el: etree._Element) -> bool:
    """Whether a picture is an icon, an avatar or a thumbnail."""
    source = " ".join(el.get(name) or "" for name in ("src", "data-src", "data-original", "class"))
    sizes = [int(m) for name in ("width", "height") for m in re.findall(r"^\d+(?![\d%])", el.get(name) or "")]
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
            return [b for b in page.blocks[at:start] if _marked(b)][:1] or _right_below(page, at, start)
        inside = [b for b in page.blocks[first:last] if b.position < start or b.position >= end or _marked(b)]
        if first < end and last > start:  # the box holds text of the report too
            inside = [b for b in inside if _marked(b) and b.position <= at + 1]
        if any(not _is_interface(b) for b in inside):
            return inside
        current = current.getparent()
    return []


def _right_below(page: Page, at: int, start: int) -> list[Block]:
    """The line right below a picture and above the text, where it carries a credit."""
    return [b for b in page.blocks[at:start][:1] if not _is_interface(b) and parted(b.text).credit]


def _marked(block: Block) -> bool:
    """Whether class or element say caption."""
    cells = [el for el in block.noises[-1:] if el.tag in ("td", "th", "span", "small", "em")]  # within a line
    for el in (block.el, block.el.getparent(), *cells):
        if el is None:
            continue
        if el.tag == "figcaption" or pattern("caption").search(f"{el.get('class') or ''} {el.get('id') or ''}"):
            return True
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
    credit = bare(credits[0]) if credits else None
    if not captions:
        whole = parted(credits[0], sites) if credits else Photo(None, None)
        return whole if whole.caption and whole.caption != credits[0] else Photo(None, credit)
    best = captions[0]
    found = parted(best, sites)
    return Photo(found.caption, found.credit or credit)
