"""Pages that are no article though they answer: bot walls, soft 404s, rubbish."""

import re

from crawler.extraction.blocks import Page
from crawler.extraction.decoding import MAX_BYTES, is_text
from crawler.extraction.words import words
from crawler.items import Outcome

WALL_TEXT = 1_500  # characters: interstitials hold less, reports that speak of captchas more
MISSING_TEXT = 80  # characters of the longest heading that is the notice itself
_BLOCKED = frozenset({401, 403, 407, 418, 429, 451})
_GONE = frozenset({404, 410})


def by_status(status: int) -> Outcome | None:
    """What a status alone says: 403 -> BLOCKED, 404 -> GONE, 503 -> BROKEN, 200 -> None."""
    if status in _BLOCKED:
        return Outcome.BLOCKED
    if status in _GONE:
        return Outcome.GONE
    return Outcome.BROKEN if status >= 400 else None


def by_bytes(body: bytes) -> Outcome | None:
    """What the bytes alone say: over the limit -> TOO_LARGE, empty or binary -> BROKEN."""
    if len(body) > MAX_BYTES:
        return Outcome.TOO_LARGE
    return None if is_text(body) else Outcome.BROKEN


def by_text(page: Page) -> Outcome | None:
    """What the page says: a bot wall -> BLOCKED, a soft 404 -> NOT_ARTICLE, anything else -> None."""
    window = (page.root.findtext(".//title") or "").strip().lower()
    size = sum(len(b.text) for b in page.blocks)
    visible = " ".join(b.text for b in page.blocks[:60]).lower()
    if size < WALL_TEXT and any(phrase in window or phrase in visible for phrase in words("bot_wall", "phrases")):
        return Outcome.BLOCKED
    headings = [b.text.lower() for b in page.blocks if b.el.tag in ("h1", "h2", "h3") and len(b.text) <= MISSING_TEXT]
    if any(_says_missing(text) for text in [re.split(r"\s[|–—-]\s|::", window)[0].strip(), *headings[:6]]):
        return Outcome.NOT_ARTICLE
    return None


def _says_missing(text: str) -> bool:
    """Whether a heading is the notice of a soft 404, and not a headline that speaks of one."""
    text = text.strip(" .!?:;-–—|…\"'")
    for phrase in words("soft_404", "phrases"):
        if (
            text == phrase
            or (len(phrase) > 12 and text.startswith(phrase))
            or (text.endswith(phrase) and len(text) < len(phrase) + 12)
        ):
            return True
    return False
