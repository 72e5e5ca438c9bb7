"""Where the text of a report begins: past the date, the byline and the picture that many sites set into its column."""

from functools import lru_cache

from lxml import etree

from crawler.extraction import byline, caption, labels
from crawler.extraction.blocks import Block, Page, squeezed
from crawler.extraction.body import Column, noisy
from crawler.extraction.clock import dates
from crawler.extraction.credits import parted
from crawler.extraction.evidence import MIN_TEXT
from crawler.extraction.headline import Headline, key
from crawler.extraction.persons import persons
from crawler.extraction.prompts import MAX_LINE, is_date_line, is_prompt
from crawler.extraction.structured import Structured
from crawler.extraction.words import words

BLOCKS = 14  # of a column that are looked at: date, byline and picture are its first lines
PLAIN = 150  # the same of one that is set as a paragraph, without credit: some sites box each paragraph
CAPTION = 400  # characters of the longest caption that is told from a paragraph by its place alone
BOX, LEVELS = 3, 4  # blocks in the box around a picture, and how far above the picture it can be
ENDS = '.!?”"'  # of a sentence


def beginning(page: Page, place: Column, head: Headline, facts: Structured, sites: frozenset[str]) -> int:
    """The position of the first block of the report's own text, among those of its column."""
    known = frozenset(name.lower() for kind in ("author", "creator", "editor") for name in facts.people(kind))
    blocks = page.blocks[place.start : place.end]
    for block, following in zip(blocks[:BLOCKS], [*blocks[1:], None], strict=False):
        if noisy(page, place, block) or is_prompt(block) or key(block.text) == key(head.text):
            continue
        if not (
            _is_dated(block) or _is_byline(block, following, known, sites) or _is_caption(page, place, block, sites)
        ):
            left = sum(len(b.text) for b in page.blocks[block.position : place.end])
            return block.position if left >= MIN_TEXT else place.start
    return place.start


def _is_dated(block: Block) -> bool:
    """Whether a line is the date of the article, with a clock or at its beginning."""
    text = block.text
    if len(text) > MAX_LINE or (text[-1] in ENDS and not text.endswith(".m.")):
        return False
    return is_date_line(text) or any(moment.clock for moment, _ in dates(text))


def _is_byline(block: Block, following: Block | None, known: frozenset[str], sites: frozenset[str]) -> bool:
    """Whether a line is a writer's name: known from elsewhere, beside the site's, above a date or the word for it."""
    line = block.text.strip(" ,:|")
    if len(line) > MAX_LINE or line[-1:] in ENDS:
        return False
    if line.lower() in words("roles", "author") | words("roles", "editor"):
        return True
    if labels.opens_byline(line) or byline.beside_site(line, sites):
        return True
    names = persons(line, sites)
    if sum(map(len, names)) <= 0.6 * len(line):
        return False
    below = following.text.strip(" :").lower() if following else ""
    role = below in words("roles", "author") | words("roles", "editor")
    return role or known.issuperset(map(str.lower, names)) or (following is not None and _is_dated(following))


def _is_caption(page: Page, place: Column, block: Block, sites: frozenset[str]) -> bool:
    """Whether a text stands in one small box with a picture, or right below one with its credit."""
    credited = bool(parted(block.text, sites).credit)
    plain = block.el.tag == "p" and not credited and not _is_emphasised(block)
    if len(block.text) > (PLAIN if plain else CAPTION):
        return False
    for at, el in page.images:
        if block.position - BOX <= at <= block.position and not caption.is_small(el):
            beside = _is_beside(page, place, block, el)
            if beside or (at == block.position and credited):
                return True
    return False


def _is_beside(page: Page, place: Column, block: Block, image: etree._Element) -> bool:
    """Whether the smallest box around a picture that has text holds little more than this block.

    Where the text runs on beside the picture in one element, it is a caption only when set in another type.
    """
    above = _around(place.el)
    current = image.getparent()
    for _ in range(LEVELS):
        if current is None or current in above:
            return False
        first, last = page.spans.get(current, (0, 0))
        if first <= block.position < last:
            return last - first <= BOX and (current is not block.el or _is_emphasised(block))
        current = current.getparent()
    return False


@lru_cache(maxsize=4)
def _around(el: etree._Element) -> frozenset[etree._Element]:
    return frozenset([el, *el.iterancestors()])


def _is_emphasised(block: Block) -> bool:
    """Whether all of a block's text is set in italics or small."""
    parts = block.el.iter("em", "i", "small", "font", "figcaption")
    return any(squeezed(str(part.text_content())) == block.text for part in parts)
