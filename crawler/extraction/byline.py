"""Who wrote and who edited: the names printed beside the words for it, then the markup's, then those for machines."""

import re
from collections.abc import Iterable

from lxml import etree

from crawler.extraction.page import Block, Page
from crawler.extraction.persons import is_person, persons
from crawler.extraction.structured import Structured
from crawler.extraction.words import alternatives, pattern, words

BYLINE = 220  # characters of the longest line read as a byline
HEAD, TAIL = 10, 45  # blocks before the headline and after the column in which bylines stand
_ROLES = ("both", "author", "editor", "other")
_LABEL = re.compile(
    "(?:^|(?<=[\\s|/•·,;(\\[–-]))(?:"
    + "|".join(f"(?P<{role}>{alternatives('roles', role)})" for role in _ROLES)
    + r")(?:\s*\d)?\s*[:：]\s*",
    re.IGNORECASE,
)
# what may stand before a label
_OPENS = re.compile(r"(?:^\W*|[|/•·;(\[–-]\s*|\b(?:wib|wita|wit)\s*|\d\s+)$", re.IGNORECASE)
_BARE = re.compile(
    rf"^\W*(?P<label>{alternatives('roles', 'bare')})\s+(?:[-–]\s*)?(?P<rest>(?-i:[A-Z]).{{2,150}})$", re.IGNORECASE
)
_THEN = re.compile(
    rf"\s*(?:\b(?:{alternatives('dates', 'before')}|on|at)\b|\d|[|•·]).*$"
    rf"|\s*,?\s*(?:{alternatives('dates', 'weekdays')})\b.*$",
    re.IGNORECASE,
)
MARKED_LINE = 80  # characters of the longest line in an author's box that is the name
_LABEL_HEAD = re.compile(rf"^(?:{alternatives('roles', 'bare')})\b\s*:?", re.IGNORECASE)
_META_AFTER = ("author", "article:author", "jpnncom_news_author", "dc.creator", "twitter:data1")
_SIGNED = re.compile(r"[(\[]\s*[\w.]{3,30}\.(?:com|co\.id|id|net)/([^()\[\]/]{4,40})[)\]]\s*$")


def people(
    page: Page, facts: Structured, position: int, start: int, end: int, sites: frozenset[str]
) -> tuple[list[str], list[str]]:
    """Writers and editors of an article whose headline stands at `position` and whose text at start..end."""
    near = page.blocks[max(0, position - HEAD) : end + TAIL]
    near = [b for b in near if len(b.text) <= BYLINE and b.position != position]
    authors, editors = _labelled(near, sites)
    more_authors, more_editors = _beside(near, sites)
    authors, editors = authors or more_authors, editors or more_editors
    around = [b for b in near if b.position <= start + 1 or b.position >= end - 2]  # never a sentence of the text
    bare_authors, bare_editors = _bare(around, sites)
    editors = editors or bare_editors
    head = [b for b in near if b.position <= start + 2]
    tail = [b for b in near if b.position >= end - 1][:20]
    authors = (
        authors
        or _marked(head, sites, editors)
        or _with_site(head, sites)
        or bare_authors
        or _marked(tail, sites, editors)
    )
    authors = authors or _signed(page.blocks[max(start, end - 6) : end], sites)
    editors = editors or _for_machines_editors(facts, sites)
    authors = authors or [n for n in _for_machines(facts, sites) if n not in editors]
    return _unique(authors), _unique(editors)


def _labelled(blocks: list[Block], sites: frozenset[str]) -> tuple[list[str], list[str]]:
    """Names after a label: "Penulis : X | Editor : Y", "Rep: X/ Red: Y"; the first label must open its line or part."""
    found: dict[str, list[str]] = {"author": [], "editor": []}
    for i, block in enumerate(blocks):
        marks = list(_LABEL.finditer(block.text))
        while marks and not _OPENS.search(block.text[: marks[0].start()]):
            marks.pop(0)
        for mark, following in zip(marks, [*marks[1:], None], strict=False):
            role = mark.lastgroup or "other"
            value = block.text[mark.end() : following.start() if following else None]
            if not value.strip() and i + 1 < len(blocks) and not _LABEL.match(blocks[i + 1].text):
                value = blocks[i + 1].text
            for name in ("author", "editor") if role == "both" else (role,):
                found.get(name, []).extend(persons(value.replace(" | ", ", "), sites))
    return found["author"], found["editor"]


def _bare(blocks: list[Block], sites: frozenset[str]) -> tuple[list[str], list[str]]:
    """Names after a word without a colon: "Oleh Dewi Sartika pada 5 Mei 2020", "Laporan Wartawan Surya, Sri Handi"."""
    found: dict[str, list[str]] = {"author": [], "editor": []}
    for block in blocks:
        bare = _BARE.match(block.text)
        if bare and len(block.text) < 120:
            label = " ".join(bare.group("label").lower().split())
            rest = _THEN.sub("", bare.group("rest"))
            role = "editor" if label in words("roles", "editor") else "author"
            found[role] = found[role] or (
                _after_company(rest, sites) if " " in label and "laporan" in label else persons(rest, sites)
            )
    return found["author"], found["editor"]


def _after_company(text: str, sites: frozenset[str]) -> list[str]:
    """The names after the paper's: "Tribunnews.com, Fitri W" -> ["Fitri W"]; without a comma they cannot be parted."""
    pieces = [p for p in re.split(r",\s*|\s+-\s+", text) if p]
    return next((found for piece in pieces[1:] for found in [persons(piece, sites)] if found), [])


def _signed(blocks: list[Block], sites: frozenset[str]) -> list[str]:
    """The name in a closing signature: "… katanya. (Tribunnews.com/Rina Ayu)"."""
    for block in reversed(blocks):
        match = _SIGNED.search(block.text)
        if match:
            return persons(match.group(1), sites)
    return []


def _beside(blocks: list[Block], sites: frozenset[str]) -> tuple[list[str], list[str]]:
    """Names in a line of their own beside a line that is only the word: "Isna R S" / "Penulis", "Editor" / "Iskandar".

    Where names stand on both sides the first such word tells the order, and "Oleh" is always followed by its name.
    """
    found: dict[str, list[str]] = {"author": [], "editor": []}
    alone = [
        (i, role) for i, b in enumerate(blocks) for role in found if b.text.strip(" :").lower() in words("roles", role)
    ]
    nouns = [i for i, _ in alone if blocks[i].text.strip(" :").lower() not in words("roles", "prepositions")]
    name_first = bool(
        nouns and _name_at(blocks, nouns[0], nouns[0] - 1, sites) and not blocks[nouns[0]].text.endswith(":")
    )
    for i, role in alone:
        before, after = (_name_at(blocks, i, j, sites) for j in (i - 1, i + 1))
        found[role] += before if i in nouns and before and (name_first or not after) else after
    return found["author"], found["editor"]


def _name_at(blocks: list[Block], i: int, j: int, sites: frozenset[str]) -> list[str]:
    """The people that a neighbouring line of the same small box consists of."""
    if (
        not 0 <= j < len(blocks)
        or abs(blocks[i].position - blocks[j].position) != 1
        or not _close(blocks[i], blocks[j])
    ):
        return []
    line = blocks[j].text.strip(" ,:")
    found = persons(line, sites)
    return found if sum(map(len, found)) > 0.6 * len(line) else []


def _close(one: Block, other: Block) -> bool:
    """Whether two blocks stand in one small box: a common ancestor within four levels."""
    above = list(_up(one.el, 4))
    return any(el in above for el in _up(other.el, 4))


def _up(el: etree._Element, levels: int) -> Iterable[etree._Element]:
    current: etree._Element | None = el
    for _ in range(levels):
        if current is None:
            return
        yield current
        current = current.getparent()


def _marked(blocks: list[Block], sites: frozenset[str], editors: list[str]) -> list[str]:
    """Names in elements whose class or itemprop says author."""
    for block in blocks:
        if len(block.text) > MARKED_LINE or not _says_author(block):
            continue
        names = [name for name in persons(_LABEL_HEAD.sub("", block.text), sites) if name not in editors]
        if names:
            return names
    return []


def _says_author(block: Block) -> bool:
    """Whether a line, a box around it or a part of it is marked as the author's; commenters are none."""
    near = [*_up(block.el, 3), *block.el.iterchildren("span", "a", "b", "strong", "small")]
    if any("comment" in (el.get("class") or "") for el in near):
        return False
    inner = block.el.iter("span", "a", "b", "strong", "small")
    if any("author" in (el.get("itemprop"), el.get("rel")) for el in [*near, *inner]):
        return True
    return any(pattern("author").search(f"{el.get('class') or ''} {el.get('id') or ''}") for el in near)


def _with_site(blocks: list[Block], sites: frozenset[str]) -> list[str]:
    """A name printed with the site's: "Fino Yurio Kristo - detikInet", "Andi Rahman, CNBC Indonesia"."""
    for block in blocks:
        match = re.fullmatch(r"([^-–|,]{4,50}?)(?:\s*[-–|,]\s*)([\w. ]{3,30}?)(?:\s*[-–|,].*)?", block.text)
        if not match or not is_person(match.group(1), sites):
            continue
        second = match.group(2).strip().lower()
        if re.sub(r"\W", "", second) in sites or second in words("roles", "author"):
            return [match.group(1)]
    return []


def _for_machines(facts: Structured, sites: frozenset[str]) -> list[str]:
    listed = [", ".join(facts.people(name)) for name in ("author", "creator")]
    named = [facts.first(name) for name in _META_AFTER]
    for value in (facts.first("content_author", "dtk:author"), *listed, *named):
        names = [] if "http" in value else persons(value, sites)
        if names:
            return names
    return []


def _for_machines_editors(facts: Structured, sites: frozenset[str]) -> list[str]:
    keywords = facts.article.get("keywords")
    listed = (
        [k[7:] for k in keywords if isinstance(k, str) and k.lower().startswith("editor:")]
        if isinstance(keywords, list)
        else []
    )
    for value in (facts.first("content_editor", "editor"), ", ".join(facts.people("editor")), ", ".join(listed)):
        names = persons(value, sites)
        if names:
            return names
    return []


def _unique(names: list[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(name.lower(), name)
    return list(seen.values())
