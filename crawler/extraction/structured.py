"""What a page says of itself to machines: its meta elements and its JSON-LD, as far as they can be read."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from crawler.extraction.blocks import squeezed
from crawler.extraction.words import words

ARTICLE_TYPES = words("elements", "article_types")
MAX_NODES = 2_000  # a real page has under 100
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_LOOSE = re.compile(r'"(headline|datePublished|dateModified|articleSection|articleBody)"\s*:\s*"((?:[^"\\]|\\.)*)"')
_LOOSE_NAME = re.compile(r'"(author|editor|creator)"\s*:\s*[\[{][^\]}]{0,300}?"name"\s*:\s*"((?:[^"\\]|\\.)*)"')


@dataclass(slots=True)
class Structured:
    """Facts for machines. Nothing here is trusted alone: sites name companies as authors and false zones."""

    meta: dict[str, str] = field(default_factory=dict)  # name, property or itemprop (lower case) -> first content
    article: dict[str, Any] = field(default_factory=dict)  # the JSON-LD node of the article itself
    breadcrumb: tuple[str, ...] = ()
    site_names: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()  # every @type on the page

    def first(self, *names: str) -> str:
        """The first of these meta elements that says something, else ""."""
        return next((self.meta[name] for name in names if self.meta.get(name)), "")

    def text(self, key: str) -> str:
        """A plain text of the article's JSON-LD: text("headline") -> "Pelatihan …"; "" when it is none."""
        value = self.article.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        return plain(value) if isinstance(value, str) else ""

    def people(self, key: str) -> list[str]:
        """The names under "author", "editor" or "creator", whatever their form; organisations are left out."""
        return [name for name in _names(self.article.get(key)) if name]


def structured(root: etree._Element) -> Structured:
    """Meta elements and JSON-LD of a page."""
    found = Structured(meta=_meta(root))
    nodes = [node for text in _scripts(root) for node in _nodes(_loads(text))]
    found.types = frozenset(name for node in nodes for name in _types(node))
    articles = [node for node in nodes if _types(node) & ARTICLE_TYPES]
    fullest: dict[str, Any] = max(articles, key=_fullness, default={})
    found.article = dict(fullest)
    _complete(found, nodes)
    crumbs = next((node for node in nodes if "BreadcrumbList" in _types(node)), None)
    found.breadcrumb = _crumbs(crumbs) if crumbs else ()
    publisher = [name for node in [found.article, *nodes] for name in _names(node.get("publisher"), organisations=True)]
    sites = [
        plain(str(node.get("name") or "")) for node in nodes if _types(node) & {"WebSite", "NewsMediaOrganization"}
    ]
    named = [found.first("og:site_name", "application-name"), *publisher[:2], *sites[:2]]
    found.site_names = tuple(dict.fromkeys(name for name in named if name))
    return found


def plain(value: str) -> str:
    """A text without entities and spaces too many: "A &amp;amp; B " -> "A & B"."""
    return squeezed(html.unescape(html.unescape(value)))


def _meta(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for el in root.iter("meta"):
        content = plain(el.get("content") or "")
        for key in (el.get("property"), el.get("name"), el.get("itemprop")):
            if key and content:
                found.setdefault(key.strip().lower(), content)
    return found


def _scripts(root: etree._Element) -> Iterator[str]:
    for el in root.iter("script"):
        if "ld+json" in (el.get("type") or "").lower() and el.text:
            yield el.text


def _loads(text: str) -> Any:
    """A JSON text mended as far as sites break it: comments around it, commas too many, raw line ends."""
    text = _WRAPPED.sub("", text.strip())
    for attempt in (text, _TRAILING_COMMA.sub("", text).rstrip("; \n")):
        try:
            return json.loads(attempt, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
    return _loose(text)


def _loose(text: str) -> dict[str, Any]:
    """The few fields that can still be read out of JSON-LD that is broken for good."""
    found: dict[str, Any] = {}
    for key, value in _LOOSE.findall(text):
        found.setdefault(key, value.replace('\\"', '"').replace("\\/", "/").replace("\\n", "\n"))
    for key, value in _LOOSE_NAME.findall(text):
        found.setdefault(key, {"@type": "Person", "name": value})
    if "headline" in found and "Article" in text:
        found["@type"] = "NewsArticle"
    return found


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD value that has a type, outermost first: lists and @graph are opened."""
    waiting, seen = [value], 0
    while waiting and seen < MAX_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting = list(node) + waiting
        elif isinstance(node, dict):
            if "@type" in node:
                yield node
            waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb") if key in node]


def _types(node: dict[str, Any]) -> set[str]:
    value = node.get("@type")
    return {value} if isinstance(value, str) else {v for v in value if isinstance(v, str)} if value else set()


def _fullness(node: dict[str, Any]) -> int:
    return sum(bool(node.get(key)) for key in ("headline", "datePublished", "author", "dateModified", "articleBody"))


def _complete(found: Structured, nodes: list[dict[str, Any]]) -> None:
    """Yoast and its like: authors by @id in the graph, dates on the WebPage."""
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    for key in ("author", "editor", "creator"):
        value = found.article.get(key)
        values = value if isinstance(value, list) else [value] if value else []
        found.article[key] = [
            v if not isinstance(v, dict) or v.get("name") else named.get(str(v.get("@id")), v) for v in values
        ]
    for node in nodes:
        if _types(node) & {"WebPage", "ItemPage"} and (found.article or found.first("og:type").lower() == "article"):
            for key in ("datePublished", "dateModified"):
                if node.get(key):
                    found.article.setdefault(key, node[key])


def _names(value: Any, organisations: bool = False) -> list[str]:
    if isinstance(value, str):
        return [plain(value)]
    if isinstance(value, list):
        return [name for item in value[:10] for name in _names(item, organisations)]
    if isinstance(value, dict) and (organisations or "Organization" not in _types(value)):
        return _names(value.get("name"), organisations)
    return []


def _crumbs(node: dict[str, Any]) -> tuple[str, ...]:
    items = node.get("itemListElement")
    found = []
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            inner = item.get("item")
            name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
            found.append(plain(name) if isinstance(name, str) else "")
    return tuple(name for name in found if name)
