"""The one walk over a parsed page, in document order, which fills its blocks, spans, images and times."""

import re
from functools import lru_cache

from lxml import etree

from crawler.extraction.blocks import BREAK, Page, Piece, block_of, paragraphs
from crawler.extraction.words import pattern, words

MAX_BLOCKS = 20_000  # a long home page has 1,500; more is no page for people
# What runs on within a line of text; everything else begins a new block.
INLINE = words("elements", "inline")
UNREAD = words("elements", "unread")
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:hide|hidden|d-none|is-hidden|invisible|sr-only|visually-hidden)(?:$|\s)")
_POST_CLASS = re.compile(r"(?:^|\s)(?:hentry|type-post|type-page|post-\d+)(?:$|\s)")
_MODIFIER = re.compile(r"(?:no|has|with|without)[-_]")  # "entry-content no-share" says what is not there
_NOISY_TAGS = frozenset({"figcaption", "aside", "form", "footer", "nav"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def _is_noise(tag: str, marks: dict[str, str]) -> bool:
    """Whether tag, class, id or style say that an element is no part of the report, or unseen."""
    if tag in _NOISY_TAGS:
        return True
    if not marks:
        return False
    if _is_noisy_name(marks.get("class", ""), marks.get("id", ""), tag in INLINE):
        return True
    style = marks.get("style")
    return "hidden" in marks or bool(style and _HIDDEN_STYLE.search(style))


@lru_cache(maxsize=8192)  # a site's pages share a few hundred classes
def _is_noisy_name(class_: str, id_: str, inline: bool) -> bool:
    name = f"{class_} {id_}".strip()
    if not name or _POST_CLASS.search(name):  # WordPress lists tags among the classes of the article itself
        return False
    tokens = [token for token in name.split() if not _MODIFIER.match(token)]
    if any(pattern("body").fullmatch(token) for token in tokens):
        return False
    kind = "markup_inline" if inline else "markup"
    return bool(pattern(kind).search(" ".join(tokens)) or _HIDDEN_CLASS.search(name))


def _is_dated(marks: dict[str, str]) -> bool:
    return bool(marks.get("datetime")) or marks.get("itemprop") == "datePublished"


def _holds_lines(cell: etree._Element) -> bool:
    """Whether a cell is part of a page's layout, with lines of its own, and not a word of a table."""
    return any(cell.find(f".//{tag}") is not None for tag in ("br", "p", "div"))


class Walk:
    """One pass over the tree in document order; state is the line being gathered."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.line: list[Piece] = []
        self.open: list[etree._Element] = [page.root]
        self.noises: tuple[etree._Element, ...] = ()
        self.link: str | None = None
        self.bold = 0
        self.starts: list[int] = []

    def run(self) -> None:
        """Fill the page's blocks, spans, images and times."""
        root, blocks = self.page.root, self.page.blocks
        walker = etree.iterwalk(root, events=("start", "end", "comment"))
        skipped: etree._Element | None = None
        for event, el in walker:
            if event == "start":
                tag = el.tag
                if tag in UNREAD or not isinstance(tag, str):
                    walker.skip_subtree()
                    skipped = el
                else:
                    self._start(el, tag)
                continue
            if event == "end":
                if el is skipped:
                    skipped = None
                else:
                    self._end(el, el.tag)
            if (tail := el.tail) and el is not root:
                self._say(tail)
            if len(blocks) >= MAX_BLOCKS:
                break
        self._flush()

    def _say(self, text: str) -> None:
        """Add a text to the line; spaces at its head are not seen."""
        if self.line or self.link is not None or not text.isspace():
            self.line.append((text, self.link, self.bold > 0))

    def _start(self, el: etree._Element, tag: str) -> None:
        marks = dict(el.items())
        if tag == "br":
            self.line.append(BREAK)
        elif tag in INLINE and not (tag in ("td", "th") and _holds_lines(el)):
            self._start_inline(el, tag, marks)
        else:
            if self.line:
                self._flush()
            self.open.append(el)
            self.starts.append(len(self.page.blocks))
        if tag == "time" or (marks and _is_dated(marks) and tag != "br"):
            self.page.times.append((len(self.page.blocks), el))
        if tag != "a" and _is_noise(tag, marks):  # links are judged by what they say
            self._split_noise(el)
        if text := el.text:
            self._say(text)

    def _start_inline(self, el: etree._Element, tag: str, marks: dict[str, str]) -> None:
        if tag == "a":
            if self.line and self.line[-1][1] is not None:  # two links that only their style parts
                self.line.append((" | ", None, False))
            self.link = marks.get("href", "")
        elif tag in ("b", "strong"):
            self.bold += 1
        elif tag in ("td", "th"):
            self.line.append((" ", self.link, False))
        elif tag in ("img", "amp-img"):
            self.page.images.append((len(self.page.blocks) + self._pending(), el))

    def _split_noise(self, el: etree._Element) -> None:
        """A noisy element begins a line of its own, so that what stands around it can be kept."""
        if el.tag in INLINE:
            self._flush()
        self.noises = (*self.noises, el)

    def _end(self, el: etree._Element, tag: str) -> None:
        if self.noises and self.noises[-1] is el:
            self._flush()
            self.noises = self.noises[:-1]
        if tag == "a":
            self.link = None
        elif tag in ("b", "strong"):
            self.bold -= 1
        elif self.open[-1] is el and tag != "br":
            if self.line:
                self._flush()
            self.open.pop()
            start = self.starts.pop()
            if len(self.page.blocks) > start:
                self.page.spans[el] = (start, len(self.page.blocks))
        elif tag in ("td", "th"):
            self.line.append((" ", None, False))

    def _pending(self) -> bool:
        return bool(self.line) and not all(text.isspace() for text, _, _ in self.line)

    def _flush(self) -> None:
        line, self.line = self.line, []
        for part in paragraphs(line) if BREAK in line else (line,):
            block = block_of(part, self.open[-1], self.noises, len(self.page.blocks))
            if block:
                self.page.blocks.append(block)
