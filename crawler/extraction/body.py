"""The report itself: the element that holds it, and its paragraphs without what sites set in between."""

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from crawler.extraction.clock import dates
from crawler.extraction.headline import key
from crawler.extraction.page import Block, Page
from crawler.extraction.words import alternatives, pattern, words

PARAGRAPH = 40  # characters of the shortest text that counts when the column is looked for
FADE = 0.7  # what a paragraph is worth to an element one level further out
LEVELS = 5  # and how far out it counts
LONG = 100  # characters: a text no link list or prompt has
DATED = 90  # longest line that is only a date
BYLINE_LINE = 220  # longest line that is only a byline
STOP_LEFT = 0.35  # a heading such as "Berita Terkait" ends the report when no more of it than this follows
_WRAPPERS = frozenset({"div", "section", "article", "main", "body", "td", "center", "span"})
_LABELLED = re.compile(
    rf"^\W*(?:{alternatives('roles', 'author')}|{alternatives('roles', 'editor')}|{alternatives('roles', 'both')}"
    rf"|{alternatives('roles', 'other')})\s*[:：]", re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True)
class Column:
    """Where the report stands: its element, and its blocks (half-open)."""

    el: etree._Element
    start: int
    end: int


def column(page: Page, position: int) -> Column | None:
    """The element below the headline that holds most running text; None when there is none."""
    excused = _excused(page, position)
    scores: dict[etree._Element, float] = defaultdict(float)
    above: Block | None = None
    for block in page.blocks[position + 1 :]:
        if not _noisy(block, excused) and not _is_teaser(block, above):
            _spread(block, scores)
        above = block
    if not scores:
        return None
    for el in scores:
        if el.get("itemprop") == "articleBody" or pattern("body").search(_name(el)):
            scores[el] *= 1.3
    best = max(scores, key=lambda el: scores[el])
    start, end = page.spans.get(best, (position + 1, len(page.blocks)))
    return Column(best, max(start, position + 1), end)


def paragraphs(page: Page, place: Column, title: str) -> list[Block]:
    """The blocks of a column that are the report, in order."""
    excused = _excused(page, place.start - 1, place.el)
    inner = [b for b in page.blocks[place.start : place.end] if not _noisy(b, excused, place.el)]
    inner = _before_stop(inner)
    kept = [b for b in inner if not _is_prompt(b)]
    while kept and (key(kept[0].text) == key(title) or _is_date_line(kept[0].text)):
        kept.pop(0)
    return [b for i, b in enumerate(kept) if not (_heads_nothing(b, kept[i + 1 :]))]


def without_prompts(block: Block) -> str:
    """A block's text without a prompt and its link set into it: "… naik. Baca juga: Cabai Langka" -> "… naik."."""
    text = block.text
    for start, end, _ in reversed(block.links):
        match = next(reversed(list(pattern("inline_prompt").finditer(text, max(0, start - 30), end))), None)
        if match and (match.end() >= start - 1 or start <= match.start()):
            text = f"{text[: match.start()].rstrip()} {text[end:].lstrip(' )].')}".strip()
    return text


def _weight(block: Block) -> float:
    """Characters of running text."""
    free = len(block.text) * (1 - block.linked)
    return free if len(block.text) >= PARAGRAPH and block.linked < 0.5 and not _is_prompt(block) else 0.0


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


def _name(el: etree._Element) -> str:
    return f"{el.get('class') or ''} {el.get('id') or ''}".strip()


def _excused(page: Page, position: int, inside: etree._Element | None = None) -> set[etree._Element]:
    """Elements called noise that are not: they hold the headline, the column, or long text of it."""
    text: dict[etree._Element, list[int]] = defaultdict(lambda: [0, 0])
    total = 0
    excused: set[etree._Element] = set()
    for block in page.blocks[max(position, 0) :]:
        weight = _weight(block) if len(block.text) >= LONG else 0
        total += int(weight)
        for el in block.noises:
            text[el][0] += int(weight)
            text[el][1] += weight > 0
    for el, (size, count) in text.items():
        start, end = page.spans.get(el, (0, 0))
        holds_title = position >= 0 and start <= position < end
        outer = inside is not None and (el is inside or el in inside.iterancestors())
        is_body = bool(pattern("body").search(_name(el))) or el.get("itemprop") == "articleBody"
        if holds_title or outer or (count >= 2 and (is_body or size > 0.6 * total)):
            excused.add(el)
    return excused


def _noisy(block: Block, excused: set[etree._Element], inside: etree._Element | None = None) -> bool:
    return any(el not in excused for el in block.noises)


def _is_prompt(block: Block) -> bool:
    """Whether a line is a link to something else, a prompt, a byline, a code or an advertisement."""
    text = block.text
    if pattern("line_start").match(text.lstrip("*•-–—>»#|( ")) and (
        len(text) < 400 or "ini telah tayang" in text.lower()
    ):
        return True
    if len(text) < BYLINE_LINE and any(phrase in text.lower() for phrase in words("paywall", "phrases")):
        return True
    if pattern("line_any").search(text) or re.fullmatch(pattern("desk_code"), text):
        return True
    if len(text) <= BYLINE_LINE and _LABELLED.match(text):
        return True
    if block.linked >= 0.9 and not (text[-1] in ".”" and len(text.split()) > 12):
        return True
    return not any(c.isalnum() for c in text)


def _is_date_line(text: str) -> bool:
    """Whether a line above the text is the date of the article: "Rabu, 5 Juni 2024 08:10 | Surabaya"."""
    return len(text) < DATED and text[-1] not in '.!?”"' and any(at < DATED // 3 for _, at in dates(text))


def _before_stop(blocks: list[Block]) -> list[Block]:
    """Blocks up to a heading under which the page goes on with something else."""
    size = [len(b.text) * (1 - b.linked) for b in blocks]
    total = sum(size)
    for i, block in enumerate(blocks):
        plain = block.text.strip(" :.!»…-").lower()
        heads = block.linked or block.el.tag != "p" or block.bold >= len(block.text) or i + 1 >= len(blocks)
        if heads and i and plain in words("stop", "headings") and sum(size[i:]) < STOP_LEFT * total:
            return blocks[:i]
    return blocks


def _heads_nothing(block: Block, following: list[Block]) -> bool:
    """A heading after which no text comes: what stood under it was no part of the report."""
    return not following and block.el.tag in ("h2", "h3", "h4", "h5", "h6")
