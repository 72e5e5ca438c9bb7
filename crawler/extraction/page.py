"""One received page: decoded and parsed once, and walked once into the blocks of text that a reader sees, in order."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree, html

from crawler.extraction.decoding import decode, is_text
from crawler.extraction.words import pattern, words

MAX_BLOCKS = 20_000  # a long home page has 1,500; more is no page for people

# What runs on within a line of text; everything else begins a new block.
INLINE = words("elements", "inline")
UNREAD = words("elements", "unread")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:hide|hidden|d-none|is-hidden|invisible|sr-only|visually-hidden)(?:$|\s)")
_POST_CLASS = re.compile(r"(?:^|\s)(?:hentry|type-post|type-page|post-\d+)(?:$|\s)")
_MODIFIER = re.compile(r"(?:no|has|with|without)[-_]")  # "entry-content no-share" says what is not there
_FEED = re.compile(rb"<(?:rss|feed|urlset|sitemapindex|rdf:RDF)[\s>]", re.IGNORECASE)
_NOISY_TAGS = frozenset({"figcaption", "aside", "form", "footer", "nav"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


# lxml.html would ask Python for the class of each element, to tell forms and inputs, of which nothing is read here.
_CLASSES = etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment)

Piece = tuple[str, str | None, bool]  # text, address of the link around it, bold
_BREAK: Piece = ("\n", None, False)


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


@lru_cache(maxsize=1)  # later pages, article and refusal are all read off one parse, which nobody changes
def parse(body: bytes) -> Page | None:
    """The page of a body, walked; None when it is no markup or text, or a feed or sitemap."""
    if not is_text(body) or _FEED.search(body[:2048]):
        return None
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = html.document_fromstring(decode(body).encode("utf-8", "ignore"), parser=parser)
    except etree.ParserError:  # nothing but comments or spaces
        return None
    page = Page(root)
    _Walk(page).run()
    return page


def squeezed(text: str) -> str:
    """Text with every run of spaces as one, unseen characters left out."""
    return " ".join(_seen(text).split())


def _seen(text: str) -> str:
    """Text without unseen characters, of which there are none among those of ASCII."""
    return text if text.isascii() else _UNSEEN.sub("", text)


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


class _Walk:
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
            self.line.append(_BREAK)
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
        for part in _paragraphs(line) if _BREAK in line else (line,):
            block = _block(part, self.open[-1], self.noises, len(self.page.blocks))
            if block:
                self.page.blocks.append(block)


def _paragraphs(line: list[Piece]) -> list[list[Piece]]:
    """A gathered line, parted where two breaks follow each other, or one break ends a sentence or a link."""
    parts: list[list[Piece]] = [[]]
    breaks = 0
    for piece in line:
        if piece == _BREAK:
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


def _block(part: list[Piece], el: etree._Element, noises: tuple[etree._Element, ...], position: int) -> Block | None:
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
