"""Who wrote and who edited: the names printed beside the words for it, then the markup's, then those for machines."""

import re
from itertools import pairwise

from crawler.extraction.blocks import Block, Page, squeezed
from crawler.extraction.body import Column
from crawler.extraction.clock import CLOCK_ALONE, dates
from crawler.extraction.credited import authors_for_machines, editors_for_machines
from crawler.extraction.labels import MARKED_LINE, bare, beside, followed, labelled, up
from crawler.extraction.persons import persons
from crawler.extraction.prompts import is_date_line
from crawler.extraction.structured import Structured
from crawler.extraction.words import alternatives, pattern, words

BYLINE = 220  # characters of the longest line read as a byline
HEAD, TAIL = 10, 45  # blocks before the headline and after the column in which bylines stand
SITE_LINE = 120  # characters of the longest line that names writers and site; datelines run on into the text
_LABEL_HEAD = re.compile(rf"^(?:{alternatives('roles', 'bare')})\b\s*:?", re.IGNORECASE)
_SIGNED = re.compile(r"[(\[]\s*[\w.]{3,30}\.(?:com|co\.id|id|net)/([^()\[\]/]{4,40})[)\]]\s*$")


def people(
    page: Page, facts: Structured, position: int, place: Column, sites: frozenset[str]
) -> tuple[list[str], list[str]]:
    """Writers and editors of an article whose headline stands at `position` and whose text in `place`."""
    start, end = place.begin, place.end
    near = page.blocks[max(0, position - HEAD) : min(end + TAIL, place.limit if place.limit >= 0 else end + TAIL)]
    near = [b for b in near if len(b.text) <= BYLINE and b.position != position]
    authors, editors = labelled(near, sites)
    more_authors, more_editors = beside(near, sites)
    authors, editors = authors or more_authors, editors or more_editors
    more_authors, more_editors = followed(near, sites)
    authors, editors = authors or more_authors, editors or more_editors
    around = [b for b in near if b.position <= start + 1 or b.position >= end - 2]  # never a sentence of the text
    bare_authors, bare_editors = bare(around, sites)
    editors = editors or bare_editors
    head = [b for b in near if b.position <= start + 2]
    tail = [b for b in near if b.position >= end - 1][:20]
    authors = (
        authors
        or _marked(head, sites, editors)
        or _with_site([b for b in head if b.position < start], sites)
        or bare_authors
        or _before_date(page, [b for b in head if b.position < start], start, end, sites)
        or _beside_date(page, position, start, end, sites)
        or _marked(tail, sites, editors)
    )
    authors = authors or _signed(page.blocks[max(start, end - 6) : end], sites)
    editors = editors or editors_for_machines(page, facts, sites)
    authors = authors or [n for n in authors_for_machines(facts, sites) if n not in editors]
    return _unique(authors), _unique(editors)


def _signed(blocks: list[Block], sites: frozenset[str]) -> list[str]:
    """The name in a closing signature: "… katanya. (Tribunnews.com/Rina Ayu)"."""
    for block in reversed(blocks):
        match = _SIGNED.search(block.text)
        if match:
            return persons(match.group(1), sites)
    return []


def _marked(blocks: list[Block], sites: frozenset[str], editors: list[str]) -> list[str]:
    """Names in elements whose class or itemprop says author."""
    for block in blocks:
        if len(block.text) > MARKED_LINE or not _says_author(block):
            continue
        line = _marked_part(block, "author") or _LABEL_HEAD.sub("", block.text)
        names = [name for name in persons(line, sites) if name not in editors]
        if names:
            return names
    return []


def _marked_part(block: Block, name: str) -> str:
    """The words of a line that itemprop marks as a name: "Umbu L" of "Umbu L Rambu A"; "" where none or all are."""
    parts = [el for el in block.el.iter("span", "a", "b", "strong", "small") if el.get("itemprop") == name]
    said = ", ".join(squeezed(str(el.text_content())) for el in parts)
    return said if len(said) < len(block.text) else ""


def _says_author(block: Block) -> bool:
    """Whether a line, a box around it or a part of it is marked as the author's; commenters are none."""
    near = [*up(block.el, 3), *block.el.iterchildren("span", "a", "b", "strong", "small")]
    if any("comment" in (el.get("class") or "") for el in near):
        return False
    inner = block.el.iter("span", "a", "b", "strong", "small")
    if any("author" in (el.get("itemprop"), el.get("rel")) for el in [*near, *inner]):
        return True
    return any(pattern("author").search(f"{el.get('class') or ''} {el.get('id') or ''}") for el in near)


def _with_site(blocks: list[Block], sites: frozenset[str]) -> list[str]:
    """A name printed with the site's: "Fino Yurio Kristo - detikInet", "Andi Rahman, CNBC Indonesia"."""
    lines = (block.text for block in blocks if len(block.text) <= SITE_LINE)
    return next((names for line in lines if (names := beside_site(line, sites))), [])


def beside_site(line: str, sites: frozenset[str]) -> list[str]:
    """The people in a line that names the site beside them: "Andi S, Rahmawati - Celebes Kini" -> both."""
    for match in re.finditer(r"\s*[-–|,]\s*([\w. ]{3,30}?)(?=\s*[-–|,]|$)", line):
        second, names = match.group(1).strip().lower(), line[: match.start()]
        if re.sub(r"\W", "", second) in sites or second in words("roles", "author"):
            found = persons(names, sites)
            return found if sum(map(len, found)) > 0.6 * len(names) else []
    return []


def _before_date(page: Page, blocks: list[Block], start: int, end: int, sites: frozenset[str]) -> list[str]:
    """The name before the date in one line: "Annisa R • 19 Juni 2024 08:22"; no place that the text names."""
    for block in blocks:
        moment = next(iter(dates(block.text)), None)
        match = re.fullmatch(r"(.{5,60}?)\s*[|•·/–-]?\s*(?:[\w’']+,\s*)?", block.text[: moment[1]]) if moment else None
        names = persons(match.group(1), sites) if match else []
        if match and names and not any(_is_subject(page, name, "", start, end) for name in names):
            return names
    return []


def _beside_date(page: Page, position: int, start: int, end: int, sites: frozenset[str]) -> list[str]:
    """The name in a line of its own next to the date's: "Andi Sose" / "|" / "Sabtu, 14 September 2024 - 09:20"."""
    near = page.blocks[max(0, position + 1) : start]
    lines = [b for b in near if any(map(str.isalnum, b.text)) and re.sub(r"\W", "", b.text).lower() not in sites]
    for line, other in [*pairwise(lines), *pairwise(lines[::-1])]:
        names = persons(line.text, sites) if len(line.text) <= MARKED_LINE and _is_when(other.text) else []
        whole = sum(map(len, names)) > 0.8 * len(line.text)
        told = page.blocks[position].text if position >= 0 else ""
        if names and whole and not any(_is_subject(page, name, told, start, end) for name in names):
            return names
    return []


def _is_when(text: str) -> bool:
    """Whether a line is a date, or the clock to one."""
    return is_date_line(text) or CLOCK_ALONE.fullmatch(text) is not None


def _is_subject(page: Page, name: str, title: str, start: int, end: int) -> bool:
    """Whether a name is one that the report is about: a single word, of its title, or named in its text."""
    told = set(title.lower().split())
    parts = [part for part in name.lower().split() if len(part) > 3]
    text = " ".join(block.text for block in page.blocks[start:end])
    return " " not in name or not told.isdisjoint(parts) or name in text


def _unique(names: list[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(name.lower(), name)
    return list(seen.values())
