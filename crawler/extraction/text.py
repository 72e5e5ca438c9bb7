"""The text of a report: its paragraphs put together, however the page holds them."""

import re
from collections import Counter

from crawler.extraction import dateline, otherwise
from crawler.extraction.blocks import Block, Page, squeezed
from crawler.extraction.body import Column, paragraphs
from crawler.extraction.evidence import MIN_TEXT
from crawler.extraction.headline import Headline, key
from crawler.extraction.prompts import without_prompts
from crawler.extraction.structured import Structured
from crawler.extraction.words import pattern, words

REPEATED = 30  # characters from which a paragraph met again is a repetition, and no refrain
MARGIN = 2  # how many times more function words the other language needs
_SIGNATURE = r"\((?:[A-Z][\w.'’]*\s?){1,4}/[\w. ]{2,30}\)"  # "(Made Suarta/balipost)"
_NAMES = r"(?:[A-Z][\w.'’]*[\s/,&]{0,2}){1,6}"
_SIGNED = rf"(?<=[.!?”\"])\s*(?:\({_NAMES}\)|\[{_NAMES}\])$"  # behind the last sentence: "… selesai. (Lusi)"
_MARK = r"[■□▪◼●❏]|\[\s*\]"  # that magazines set at the end
_DESK_AT_END = re.compile(
    rf"(?<=[.!?”\"'’)\w])\s*(?:{pattern('desk_code').pattern}|{_SIGNATURE}|{_MARK})\s*$|{_SIGNED}"
)


def texts(page: Page, place: Column, head: Headline, facts: Structured) -> list[str]:
    """The paragraphs of a page, cleaned; by other ways where its column holds next to nothing."""
    blocks = paragraphs(page, place, head.text)
    found = _cleaned([*map(_with_head, blocks[:1]), *map(_with_dash, blocks[1:])])
    if sum(map(len, found)) >= MIN_TEXT:
        return found
    for other in (otherwise.article_body(facts), otherwise.embedded(page)):
        if sum(map(len, other)) >= MIN_TEXT:
            return _cleaned(other)
    captions = otherwise.captions(page, head)  # with their credits: they are what a photo story prints
    return captions if sum(map(len, captions)) >= MIN_TEXT else _cleaned(otherwise.extracted(page, head)) or found


def _with_head(block: Block) -> str:
    """The first block's text; with a dash in place of the colon that closes a dateline in bold: "Jakarta: Warga …"."""
    head, rest = block.text[: block.bold].strip(), block.text[block.bold :].strip()
    if head.endswith(":") and rest[:1].isupper() and dateline.is_place(head[:-1]):
        return f"{head[:-1]} - {rest}"
    return _with_dash(block)


def _with_dash(block: Block) -> str:
    """A block's text without prompts; with the dash that some sites leave out after a dateline in bold."""
    head, rest = block.text[: block.bold].strip(), block.text[block.bold :].strip()
    if head and rest and rest[0] not in "-–—(|:" and head[-1] not in "-–—" and dateline.opens_with_place(head):
        return f"{head} - {rest}"
    return without_prompts(block)


def dated(paragraphs_: list[str], sites: frozenset[str]) -> tuple[str | None, list[str]]:
    """The dateline's place, and the paragraphs without it: ["Jakarta -", "Warga …"] -> ("Jakarta", ["Warga …"])."""
    if not paragraphs_:
        return None, []
    for count in (1, 2):
        first = " ".join(paragraphs_[:count])
        place, rest = dateline.parted(first, sites)
        if rest != first:
            return place, [*([rest] if rest else []), *paragraphs_[count:]]
    place, rest = dateline.without_dash(paragraphs_[0], " ".join(paragraphs_))
    return place, [*([rest] if rest else []), *paragraphs_[1:]]


def joined(first: list[str], others: list[list[str]]) -> tuple[list[str], bool]:
    """All pages' paragraphs in order, none twice; and whether one page held them all (?page=all)."""
    for other in others:
        keys = {key(p) for p in other}
        if len(others) == 1 and first and sum(key(p) in keys for p in first) >= 0.8 * len(first):
            return _once(other), True
    return _once([p for page in (first, *others) for p in page]), False


def language(text: str, default: str) -> str:
    """ "id" or "en" by the function words of the text, in doubt `default`."""
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    seen = {name: sum(counts[word] for word in words("stopwords", name)) for name in ("id", "en")}
    other = "en" if default == "id" else "id"
    return other if default in seen and seen[other] > MARGIN * seen[default] + 3 else default


def is_paywalled(page: Page, facts: Structured, place: Column) -> bool:
    """Whether the site shows an excerpt only: it says so to machines or readers."""
    free = facts.article.get("isAccessibleForFree")
    if free is False or str(free).lower() == "false":
        return True
    near = page.blocks[place.start : place.end + 12]
    return any(phrase in b.text.lower() for b in near if len(b.text) < 200 for phrase in words("paywall", "phrases"))


def _cleaned(found: list[str]) -> list[str]:
    """Paragraphs without what desks set at their end, none twice."""
    found = _once([squeezed(p) for p in found if p and any(c.isalnum() for c in p)])
    while found and _closes(found[-1]) and len(found) > 1:
        found.pop()
    if found:
        found[-1] = _DESK_AT_END.sub("", found[-1]).rstrip()
    return [p for p in found if p]


def _closes(paragraph: str) -> bool:
    """Whether a last line is a signature: an agency, a desk or a name in capitals ("ANTARA", "DEWI RINA | ANTARA")."""
    if len(paragraph) < 40 and paragraph[-1] not in '.!?”"' and paragraph.lower().split()[0] in words("not_people"):
        return True
    parts = re.split(r"\s*[|/,]\s*", paragraph)
    return paragraph.lower() in words("dateline", "agencies") or (
        len(paragraph) < 60 and all(part.isupper() and 0 < len(part.split()) <= 4 for part in parts) and len(parts) <= 3
    )


def _once(found: list[str]) -> list[str]:
    seen: set[str] = set()
    kept = []
    for paragraph in found:
        mark = key(paragraph)
        if len(paragraph) < REPEATED or mark not in seen:
            kept.append(paragraph)
        seen.add(mark)
    return kept
