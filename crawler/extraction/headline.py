"""The headline: the heading on the page that its title elements confirm, as printed."""

import re
from dataclasses import dataclass

from crawler.extraction.blocks import Block, Page
from crawler.extraction.structured import Structured, plain
from crawler.extraction.words import pattern, words

MIN_KEY = 8  # letters and digits of the shortest headline ("PLN Naik Lagi" has 11)
ALIKE = 0.5  # share of common words above which a lone h1 is the headline though the title elements differ
_SEPARATOR = re.compile(r"\s+[|–—»·•-]\s+|\s*::\s*|\s+\|\|?\s*|:\s+")
_WEIGHT = {"h1": 5, "h2": 3, "h3": 1, "h4": 0}
_NOT_KEY = re.compile(r"[\W_]+")
_NOT_KEY_ASCII = bytes(code for code in range(128) if not chr(code).isalnum())


@dataclass(frozen=True)
class Headline:
    """The headline and where it stands: position is -1 when no block on the page prints it."""

    text: str
    position: int


def key(text: str) -> str:
    """A text by its letters and digits alone, for comparing: "IHSG: Naik 2%" -> "ihsgnaik2"."""
    if text.isascii():  # in a tenth of the time: hundreds of lines a page are compared
        return text.encode().translate(None, _NOT_KEY_ASCII).decode().lower()
    return _NOT_KEY.sub("", text).lower()


def headline(page: Page, facts: Structured, listed: str = "") -> Headline | None:
    """The headline as the page prints it; failing that as its title elements say, without the site's name."""
    titles = _titles(page, facts, listed)
    wanted = _wanted(titles, {key(name) for name in facts.site_names})
    shortest = min(map(len, wanted), default=0) / 2  # a key has as many letters as its text, or twice as many ("İ")
    rated = [
        (_score(b, wanted), -b.position, b)
        for b in page.blocks
        if shortest <= len(b.text) < 400 and key(b.text) in wanted
    ]
    if rated:
        best = max(rated, key=lambda r: r[:2])[2]
        return Headline(best.text, best.position)
    alone = _lone_heading(page, titles)
    if alone:
        return Headline(alone.text, alone.position)
    return Headline(_without_site(titles[0], facts), -1) if titles else None


def _wanted(titles: list[str], sites: set[str]) -> dict[str, float]:
    """The keys of titles and of their pieces, and how sure each is: 3 for the first title whole, less for pieces."""
    found: dict[str, float] = {}
    for rank, title in enumerate(titles):
        for part in _parts(title):
            sure = (3 if part == title else 1) - rank / 10
            if key(part) not in sites:
                found[key(part)] = max(found.get(key(part), 0), sure)
    return found


def _titles(page: Page, facts: Structured, listed: str) -> list[str]:
    """What the page is called, the surest first."""
    window = page.root.findtext(".//title") or ""
    found = [
        facts.text("headline"),
        facts.first("og:title"),
        facts.first("twitter:title"),
        facts.first("originaltitle"),
    ]
    return [t for t in dict.fromkeys(plain(t) for t in [*found, facts.first("title"), window, listed]) if t]


def _parts(title: str) -> list[str]:
    """A title and what is left of it without its first or last pieces: "A - B - Surya" -> itself, "A - B", "A" …"""
    marks = [(m.start(), m.end()) for m in _SEPARATOR.finditer(title)][-6:]
    found = [title, *(title[:start] for start, _ in marks), *(title[end:] for _, end in marks)]
    found += [title[e:s] for _, e in marks for s, _ in marks if s > e]
    return [part for part in found if len(key(part)) >= MIN_KEY]


def _score(block: Block, wanted: dict[str, float]) -> float:
    """How much a block that repeats a title looks like the headline."""
    name = f"{block.el.get('class') or ''} {block.el.get('id') or ''} {block.el.get('itemprop') or ''}"
    parent = block.el.getparent()
    outer = "" if parent is None else f"{parent.get('class') or ''} {parent.tag}"
    score = _WEIGHT.get(block.el.tag, 0) + wanted[key(block.text)]
    score += 2 * bool(pattern("heading").search(name)) + bool(pattern("heading").search(outer)) + (" h1" in outer)
    score += len(key(block.text)) / 100  # the whole title before a piece of it
    score -= 8 * any(_leads_home(href) for _, _, href in block.links)  # the name of the site
    return (
        score
        - 4 * (block.linked > 0.8 and block.el.tag != "h1")
        - 2 * len(block.noises[:2])
        - (block.el.tag == "li") * 3
    )


def _is_heading(block: Block) -> bool:
    """Whether a block is a heading that can be the page's own; a third-level one where its class says title."""
    return block.el.tag in ("h1", "h2") or (
        block.el.tag == "h3" and bool(pattern("heading").search(block.el.get("class") or "")) and not block.noises
    )


def _leads_home(href: str) -> bool:
    """Whether a link leads to the front page: "/", "https://surya.co.id"."""
    return re.fullmatch(r"(?:https?:)?(?://[^/]+)?/?(?:index\.\w+)?", href.strip()) is not None


def _lone_heading(page: Page, titles: list[str]) -> Block | None:
    """The h1 that shares most words with the titles (search engines are often told another headline)."""
    wanted = {word for title in titles for word in re.findall(r"\w{3,}", title.lower())}
    best, likeness = None, 0.0
    headings = [b for b in page.blocks if _is_heading(b) and len(key(b.text)) >= MIN_KEY and b.linked < 0.8]
    headings = [b for b in headings if b.text.strip(" :!").lower() not in words("stop", "headings")]
    for block in headings:
        own = set(re.findall(r"\w{3,}", block.text.lower()))
        share = len(own & wanted) / max(1, len(own))
        if share > likeness and (share >= ALIKE):
            best, likeness = block, share
    ones = [b for b in headings if b.el.tag == "h1" and not b.noises]
    alone = ones[0] if len(ones) == 1 and len(ones[0].text.split()) >= 3 else None
    return best or alone or (None if ones else next((b for b in headings if _is_named_heading(b)), None))


def _is_named_heading(block: Block) -> bool:
    """Whether class or box call a heading the title, where the window says nothing of the article."""
    parent = block.el.getparent()
    names = f"{block.el.get('class') or ''} {'' if parent is None else parent.get('class') or ''}"
    return bool(pattern("heading").search(names)) and not block.noises and len(block.text.split()) > 3


def _without_site(title: str, facts: Structured) -> str:
    """A title without the site's name at its head or end: "Judul - Surya.co.id" -> "Judul"."""
    sites = {key(name) for name in facts.site_names}
    for match in reversed(list(_SEPARATOR.finditer(title))):
        tail, head = key(title[match.end() :]), key(title[: match.start()])
        if tail in sites or re.search(r"\.(com|id|co|net|tv)\b|online$|news$", title[match.end() :], re.IGNORECASE):
            return title[: match.start()].strip()
        if head in sites:
            return title[match.end() :].strip()
    return title
