"""Names beside the words for writer and editor: "Penulis : X | Editor : Y", "Oleh X", "Kadek A Reporter"."""

import re
from collections.abc import Iterable

from lxml import etree

from crawler.extraction.blocks import Block
from crawler.extraction.clock import dates
from crawler.extraction.persons import persons
from crawler.extraction.words import alternatives, words

_ROLES = ("both", "author", "editor", "other")
_LABEL = re.compile(
    "(?:^|(?<=[\\s|/•·,;(\\[–-]))(?:"
    + "|".join(f"(?P<{role}>{alternatives('roles', role)})" for role in _ROLES)
    + r")(?:\s*\d)?\s*[:：]\s*",
    re.IGNORECASE,
)
_COLON = re.compile("[:：]")  # without which no line has a label
# what may stand before a label
_OPENS = re.compile(r"(?:^\W*|[|/•·;(\[–-]\s*|\b(?:wib|wita|wit)\s*|\d\s+)$", re.IGNORECASE)
_BARE = re.compile(
    rf"^\W*(?P<label>{alternatives('roles', 'bare')})\s+(?:[-–]\s*)?(?P<rest>(?-i:[A-Z]).{{2,150}})$", re.IGNORECASE
)
_AFTER_DATE = re.compile(rf"(?i:\b(?P<label>{alternatives('roles', 'after_date')}))\s+(?P<rest>[A-Z].{{2,50}})$")
_THEN = re.compile(
    rf"\s*(?:\b(?:{alternatives('dates', 'before')}|on|at)\b|\d|[|•·]).*$"
    rf"|\s*,?\s*(?:{alternatives('dates', 'weekdays')})\b.*$",
    re.IGNORECASE,
)
MARKED_LINE = 80  # characters of the longest line in an author's box that is the name
_NOUNS = {word.title() for word in words("roles", "bare") - words("roles", "prepositions") if " " not in word}
_NOUN_WITHIN = re.compile(rf"\s+({'|'.join(sorted(_NOUNS))})\s+(?=[A-Z])")
_ROLE_BEHIND = re.compile(
    rf"(.{{4,40}}?)[\s,|]*(?<=[a-z.\s,|])({'|'.join(sorted(_NOUNS))})"
)  # with its capital; sites set the two in lines by style alone, so that no space may part them


def labelled(blocks: list[Block], sites: frozenset[str]) -> tuple[list[str], list[str]]:
    """Names after a label: "Penulis : X | Editor : Y", "Rep: X/ Red: Y"; the first label must open its line or part."""
    found: dict[str, list[str]] = {"author": [], "editor": []}
    for i, block in enumerate(blocks):
        marks = list(_LABEL.finditer(block.text)) if _COLON.search(block.text) else []
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


def bare(blocks: list[Block], sites: frozenset[str]) -> tuple[list[str], list[str]]:
    """Names after a word without a colon: "Oleh Dewi Sartika pada 5 Mei 2020", "Laporan Wartawan Surya, Sri Handi"."""
    found: dict[str, list[str]] = {"author": [], "editor": []}
    for block in blocks:
        bare = _BARE.match(block.text) or _AFTER_DATE.search(block.text)
        if bare is not None and bare.re is _AFTER_DATE and not dates(block.text):
            continue
        if bare and len(block.text) < 120:
            label = " ".join(bare.group("label").lower().split())
            rest = _THEN.sub("", bare.group("rest"))
            if label in words("roles", "posted") and "," in rest:  # "Kontributor Magetan, Sukoco H"
                rest = rest.partition(",")[2]
            rest, *others = _NOUN_WITHIN.split(rest)  # "Penulis M. Ridwan Editor Dewi H"
            for other, value in zip(others[::2], others[1::2], strict=True):
                found["editor" if other.lower() in words("roles", "editor") else "author"] += persons(value, sites)
            role = "editor" if label in words("roles", "editor") else "author"
            found[role] = found[role] or (
                _after_company(rest, sites) if " " in label and "laporan" in label else persons(rest, sites)
            )
    return found["author"], found["editor"]


def _after_company(text: str, sites: frozenset[str]) -> list[str]:
    """The names after the paper's: "Tribunnews.com, Fitri W" -> ["Fitri W"]; without a comma they cannot be parted."""
    pieces = [p for p in re.split(r",\s*|\s+-\s+", text) if p]
    return next((found for piece in pieces[1:] for found in [persons(piece, sites)] if found), [])


def followed(blocks: list[Block], sites: frozenset[str]) -> tuple[list[str], list[str]]:
    """Names with the word for it behind them in one line, as boxes of the team print it: "Kadek A Reporter"."""
    found: dict[str, list[str]] = {"author": [], "editor": []}
    for block in blocks:
        match = _ROLE_BEHIND.fullmatch(block.text) if len(block.text) <= MARKED_LINE else None
        if match:
            found["editor" if match.group(2).lower() in words("roles", "editor") else "author"] += [
                name for name in persons(match.group(1), sites) if " " in name
            ]
    return found["author"], found["editor"]


def beside(blocks: list[Block], sites: frozenset[str]) -> tuple[list[str], list[str]]:
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
    above = list(up(one.el, 4))
    return any(el in above for el in up(other.el, 4))


def up(el: etree._Element, levels: int) -> Iterable[etree._Element]:
    """An element and those around it, so many in all."""
    current: etree._Element | None = el
    for _ in range(levels):
        if current is None:
            return
        yield current
        current = current.getparent()


def opens_byline(line: str) -> bool:
    """Whether a line begins with the word for a writer or editor, and a name: "Oleh Dewi S", "Penulis: Dewi S"."""
    return bool(_BARE.match(line) or _LABEL.match(line))
