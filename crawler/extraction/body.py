"""The report itself: the element that holds it, and its paragraphs without what sites set in between."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from crawler.extraction.blocks import Block, Page
from crawler.extraction.clock import dates
from crawler.extraction.headline import key
from crawler.extraction.prompts import MAX_LINE, closes, is_date_line, is_prompt
from crawler.extraction.words import pattern, words

PARAGRAPH = 40  # characters of the shortest text that counts when the column is looked for
FADE = 0.7  # what a paragraph is worth to an element one level further out
LEVELS = 5  # and how far out it counts
DATED_WITHIN = 5  # blocks below a headline in which its date stands
LEAST = 200  # characters of text between two articles on one page
LONG = 100  # characters: a text no link list or prompt has
STOP_LEFT = 0.35  # a heading such as "Berita Terkait" ends the report when no more of it than this follows
_WRAPPERS = frozenset({"div", "section", "article", "main", "body", "td", "center", "span"})


@dataclass(frozen=True)
class Column:
    """Where the report stands: its element, its blocks (half-open), and the first of them that is its text."""

    el: etree._Element
    start: int
    end: int
    first: int = -1  # set by lead.beginning; -1: not looked for
    limit: int = -1  # where the page goes on with another article; -1: nowhere

    @property
    def begin(self) -> int:
        """Where the text begins."""
        return self.start if self.first < 0 else self.first


def column(page: Page, position: int) -> Column | None:
    """The element below the headline that holds most running text; None when there is none."""
    excused = _excused(page, position)
    scores: dict[etree._Element, float] = defaultdict(float)
    above: Block | None = None
    limit = _next_article(page, position)
    for block in page.blocks[position + 1 : limit]:
        if len(block.text) >= PARAGRAPH and not _noisy(block, excused) and not _is_teaser(block, above):
            _spread(block, scores)
        above = block
    if not scores:
        return None
    for el in scores:
        if _is_body(el):
            scores[el] *= 1.3
    best = max(scores, key=lambda el: scores[el])
    start, end = page.spans.get(best, (position + 1, len(page.blocks)))
    return Column(best, max(start, position + 1), min(end, limit), limit=limit)


def noisy(page: Page, place: Column, block: Block) -> bool:
    """Whether a block of a column stands in something that is no part of the report."""
    return _noisy(block, _excused(page, place.start - 1, place.el))


def paragraphs(page: Page, place: Column, title: str) -> list[Block]:
    """The blocks of a column that are the report, in order."""
    excused = _excused(page, place.start - 1, place.el)
    inner = [b for b in page.blocks[place.begin : place.end] if not _noisy(b, excused)]
    inner = _before_stop(inner)
    kept = [b for b in inner if not is_prompt(b)]
    while kept and (key(kept[0].text) == key(title) or is_date_line(kept[0].text)):
        kept.pop(0)
    return [b for i, b in enumerate(kept) if not (_heads_nothing(b, kept[i + 1 :]))]


def _weight(block: Block) -> float:
    """Characters of running text."""
    free = len(block.text) * (1 - block.linked)
    return free if len(block.text) >= PARAGRAPH and block.linked < 0.5 and not is_prompt(block) else 0.0


def _is_teaser(block: Block, above: Block | None) -> bool:
    """Whether a text stands below a linked heading of its own, as in lists of other articles."""
    if (
        above is None
        or above.linked < 0.9
        or len(above.text) < 25
        or above.el.tag not in ("h2", "h3", "h4", "h5", "div", "span")
    ):
        return False
    return above.el.getparent() is block.el.getparent() or above.el is block.el.getparent()


def _spread(block: Block, scores: dict[etree._Element, float]) -> None:
    weight = _weight(block)
    if not weight:
        return
    el = block.el if block.el.tag in _WRAPPERS else block.el.getparent()
    for _ in range(LEVELS):
        if el is None or el.tag in ("html",):
            return
        scores[el] += weight
        weight *= FADE
        el = el.getparent()


def _is_body(el: etree._Element) -> bool:
    """Whether class, id or itemprop say that an element holds the report."""
    return el.get("itemprop") == "articleBody" or _is_body_name(el.get("class") or "", el.get("id") or "")


@lru_cache(maxsize=8192)  # a site's pages share a few hundred classes
def _is_body_name(class_: str, id_: str) -> bool:
    return bool(pattern("body").search(f"{class_} {id_}".strip()))


@lru_cache(maxsize=4)  # asked for by the search for the text's beginning and by its reading
def _excused(page: Page, position: int, inside: etree._Element | None = None) -> set[etree._Element]:
    """Elements called noise that are not: they hold the headline, the column, or long text of it."""
    text: dict[etree._Element, list[int]] = {}
    total = 0
    seen: tuple[etree._Element, ...] = ()  # neighbours stand in the same
    for block in page.blocks[max(position, 0) :]:
        weight = int(_weight(block)) if len(block.text) >= LONG else 0
        if block.noises is seen and not weight:
            continue
        total += weight
        seen = block.noises
        for el in seen:
            found = text.setdefault(el, [0, 0])
            found[0] += weight
            found[1] += weight > 0
    outer = {inside, *inside.iterancestors()} if inside is not None else set()
    return {
        el for el, (size, count) in text.items()
        if el in outer or _holds(page, el, position) or (count >= 2 and (size > 0.6 * total or _is_body(el)))
    }  # fmt: skip


def _holds(page: Page, el: etree._Element, position: int) -> bool:
    """Whether the block at a position stands in this element."""
    start, end = page.spans.get(el, (0, 0))
    return position >= 0 and start <= position < end


def _noisy(block: Block, excused: set[etree._Element]) -> bool:
    return bool(block.noises) and not excused.issuperset(block.noises)


def _next_article(page: Page, position: int) -> int:
    """Where a page that shows one article after the other goes on with the next: a heading as this one's, a date.

    Only where a text stands between the two, and the second is no link: lists of other articles are links.
    """
    blocks, between = page.blocks, 0.0
    head = blocks[position] if 0 <= position < len(blocks) else None
    for block in blocks[position + 1 :] if head is not None and head.el.get("class") else ():
        if between > LEAST and head is not None and _is_heading_like(block, head) and _is_dated(page, block.position):
            return block.position
        between += _weight(block)
    return len(blocks)


def _is_heading_like(block: Block, head: Block) -> bool:
    """Whether a block is set as the headline is, and is another."""
    alike = block.el.tag == head.el.tag and block.el.get("class") == head.el.get("class")
    return alike and block.linked < 0.5 and key(block.text) != key(head.text)


def _is_dated(page: Page, position: int) -> bool:
    """Whether the lines right below a heading say when its article was printed."""
    below = page.blocks[position + 1 : position + DATED_WITHIN]
    return any(len(b.text) < MAX_LINE and any(m.clock for m, _ in dates(b.text)) for b in below)


def _before_stop(blocks: list[Block]) -> list[Block]:
    """Blocks up to a heading, a line of tags or a byline, under which the page goes on with something else."""
    size = [len(b.text) * (1 - b.linked) for b in blocks]
    total = sum(size)
    for i, block in enumerate(blocks):
        plain = block.text.strip(" :.!»…-").lower()
        heads = block.linked or block.el.tag != "p" or block.bold >= len(block.text) or i + 1 >= len(blocks)
        stops = (heads and plain in words("stop", "headings")) or closes(block)
        if stops and i and sum(size[i:]) < STOP_LEFT * total:
            return blocks[:i]
    return blocks


def _heads_nothing(block: Block, following: list[Block]) -> bool:
    """A heading after which no text comes: what stood under it was no part of the report."""
    return not following and block.el.tag in ("h2", "h3", "h4", "h5", "h6")
