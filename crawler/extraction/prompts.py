"""Lines among the paragraphs of a report that are none: prompts, bylines, codes, dates, tags."""

import re

from crawler.extraction.blocks import Block
from crawler.extraction.clock import CLOCK_ALONE, dates
from crawler.extraction.listing import is_tag_line
from crawler.extraction.words import alternatives, pattern, words

MAX_LINE = 160  # longest line of date and byline together
DATED = 90  # longest line that is only a date
BYLINE_LINE = 220  # longest line that is only a byline
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+")  # alone in a line
_SIGNING = "|".join(alternatives("roles", role) for role in ("author", "editor", "both"))
_SIGNED = re.compile(rf"^\W*(?:{_SIGNING})\s*[:：]", re.IGNORECASE)
_LABELLED = re.compile(rf"^\W*(?:{_SIGNING}|{alternatives('roles', 'other')})\s*[:：]", re.IGNORECASE)


def without_prompts(block: Block) -> str:
    """A block's text without a prompt and its link set into it: "… naik. Baca juga: Cabai Langka" -> "… naik."."""
    text = block.text
    for start, end, _ in reversed(block.links):
        match = next(reversed(list(pattern("inline_prompt").finditer(text, max(0, start - 30), end))), None)
        if match and (match.end() >= start - 1 or start <= match.start()):
            text = f"{text[: match.start()].rstrip()} {text[end:].lstrip(' )].')}".strip()
    return text


def is_prompt(block: Block) -> bool:
    """Whether a line is a link to something else, a prompt, a byline, a code or an advertisement."""
    if block.prompt is None:
        block.prompt = _prompts(block)
    return block.prompt


def _prompts(block: Block) -> bool:
    text = block.text
    if pattern("line_start").match(text.lstrip("*•-–—>»#|( ")) and (
        len(text) < 400 or pattern("printed_before").search(text)
    ):
        return True
    if len(text) < BYLINE_LINE and any(phrase in text.lower() for phrase in words("paywall", "phrases")):
        return True
    if _HASHTAGS.fullmatch(text) or pattern("line_any").search(text) or re.fullmatch(pattern("desk_code"), text):
        return True
    if len(text) <= BYLINE_LINE and _LABELLED.match(text):
        return True
    if block.linked >= 0.9 and not (text[-1] in ".”" and len(text.split()) > 12):
        return True
    return is_tag_line(block) or not any(c.isalnum() for c in text) or bool(CLOCK_ALONE.fullmatch(text))


def is_date_line(text: str) -> bool:
    """Whether a line above the text is the date of the article: "Rabu, 5 Juni 2024 08:10 | Surabaya"."""
    return len(text) < DATED and text[-1] not in '.!?”"' and any(at < DATED // 3 for _, at in dates(text))


def closes(block: Block) -> bool:
    """Whether a line stands below reports: only tags, or a byline ("Editor: X"), in a line of its own."""
    return is_tag_line(block) or bool(len(block.text) <= BYLINE_LINE and _SIGNED.match(block.text))
