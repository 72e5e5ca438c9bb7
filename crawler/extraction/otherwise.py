"""The text of pages whose column holds next to nothing: drawn by scripts, photo stories, kinds never seen."""

import json
import re
from copy import deepcopy
from typing import Any

import trafilatura
from lxml import html

from crawler.extraction.blocks import Page, squeezed
from crawler.extraction.headline import Headline, key
from crawler.extraction.structured import Structured
from crawler.extraction.words import pattern

SENTENCE_ENDS = '.!?”")'  # of a report at least half the text ends so; menus and counters never do
_BROKEN_LINE = re.compile(r"\s*\n+\s*")


def article_body(facts: Structured) -> list[str]:
    """The text for machines, where a page is drawn by scripts."""
    value = facts.article.get("articleBody")
    if not isinstance(value, str):
        return []
    return _from_markup(value) if "<" in value else [p for p in _BROKEN_LINE.split(value) if p]


def embedded(page: Page) -> list[str]:
    """The longest markup in the page's own data (__NEXT_DATA__ and its like)."""
    best = ""
    for el in page.root.iter("script"):
        if (el.get("type") or "") == "application/json" and el.text:
            try:
                best = max([best, *_markup(json.loads(el.text, strict=False))], key=len)
            except (json.JSONDecodeError, RecursionError):
                continue
    return _from_markup(best) if best else []


def _markup(value: Any) -> list[str]:
    waiting, found = [value], []
    while waiting:
        node = waiting.pop()
        if isinstance(node, str) and "<p" in node:
            found.append(node)
        elif isinstance(node, dict | list):
            waiting += node.values() if isinstance(node, dict) else node
    return found


def _from_markup(value: str) -> list[str]:
    root = html.fragment_fromstring(value, create_parent="div")
    lines = [squeezed(str(el.text_content())) for el in root.iter("p", "h2", "h3", "li", "blockquote")]
    return [
        line for line in lines or [squeezed(str(root.text_content()))] if line and not pattern("line_start").match(line)
    ]


def captions(page: Page, head: Headline) -> list[str]:
    """The captions of a photo story, which are its text."""
    return [b.text for b in page.blocks[head.position + 1 :] if b.el.tag == "figcaption" and len(b.text) >= 40]


def extracted(page: Page, head: Headline) -> list[str]:
    """What trafilatura finds, for pages of no kind known here."""
    found = trafilatura.extract(deepcopy(page.root), fast=True, include_comments=False, include_tables=False)
    lines = [line.strip() for line in (found or "").splitlines()]
    kept = [p for p in lines if p and key(p) != key(head.text) and not pattern("line_start").match(p)]
    return kept if sum(len(p) for p in kept if p[-1] in SENTENCE_ENDS) >= len(" ".join(kept)) / 2 else []
