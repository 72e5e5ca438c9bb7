"""Whether headline and paragraphs are an article, and no front page, list, gallery or notice."""

from crawler.extraction import clock, times
from crawler.extraction.address import split
from crawler.extraction.blocks import Block, Page
from crawler.extraction.body import Column
from crawler.extraction.headline import Headline, key
from crawler.extraction.structured import ARTICLE_TYPES, Structured
from crawler.extraction.words import pattern, words

MIN_TEXT = 90  # characters of the shortest report; photo pages print one sentence
SURE_TEXT = 400  # characters from which running text under a headline is a report without further evidence
MAX_DATE, MANY_DATES = 80, 3  # a line that is a date, and how many of them make a list
MANY_TEASERS = 4  # linked headings, each above text
MIN_MEDIAN = 25  # characters: menus have shorter lines than reports


def is_report(page: Page, facts: Structured, head: Headline, place: Column, found: list[str], url: str) -> bool:
    """Whether headline and paragraphs make an article, and no front page, list, gallery or notice."""
    size = sum(map(len, found))
    if size < MIN_TEXT:
        return False
    title = facts.text("headline")
    sure = bool(facts.types & ARTICLE_TYPES) and (not title or key(title)[:20] == key(head.text)[:20])
    if not sure and (_is_list_address(url) or _is_list(page, place, found)):
        return False
    named = place.el.get("itemprop") == "articleBody" or bool(pattern("body").search(place.el.get("class") or ""))
    says = (
        sure
        or (named and head.position >= 0)
        or bool(facts.types & ARTICLE_TYPES)
        or facts.first("og:type").lower().endswith("article")
    )
    shown, _ = times.shown_time(page, head.position, first_position(page, place, found))
    return says or shown is not None or (size >= SURE_TEXT and head.position >= 0 and place.end > place.start)


def first_position(page: Page, place: Column, found: list[str]) -> int:
    """The position of the first block that belongs to the text (date lines stand before it)."""
    start = key(found[0])[:30] if found else ""
    blocks = page.blocks[place.start : place.end]
    return next((b.position for b in blocks if start and start in key(b.text)), place.start)


def _is_list_address(url: str) -> bool:
    """Whether an address is that of a front page or a list: "https://surya.co.id/", "/tag/ikm", "/indeks?page=2"."""
    parts = split(url)
    names = [name.lower() for name in parts.path.split("/") if name]
    if not names:
        return bool(parts.hostname) and not parts.query
    return names[0] in words("index_paths", "parts") and len(names) < 4 and not any(n.count("-") > 2 for n in names)


def _is_list(page: Page, place: Column, found: list[str]) -> bool:
    """Whether a column is teasers: linked headings among the texts, a date for each, or only words."""
    inner = page.blocks[place.start : place.end]
    linked = [_is_heading_link(b) for b in inner]
    runs = sum(now and not before for before, now in zip([False, *linked], linked, strict=False))
    free = sum(b.linked < 0.3 and len(b.text) > 60 for b in inner)
    if runs >= MANY_TEASERS and runs >= 0.7 * free:
        return True
    dates = [p for p in found if len(p) < MAX_DATE and (clock.printed(p) or pattern("ago").search(p))]
    lengths = sorted(map(len, found))
    return len(dates) >= MANY_DATES or (len(found) > 8 and lengths[len(lengths) // 2] < MIN_MEDIAN)


def _is_heading_link(block: Block) -> bool:
    """Whether a line is a link long enough to be another article's headline, and no "Baca juga" of this one."""
    long = block.linked > 0.9 and len(block.text) > 25 and " " in block.text
    return long and not pattern("line_start").match(block.text)
