"""Writers and editors as a page names them to machines."""

from itertools import islice

from crawler.extraction.blocks import Page, squeezed
from crawler.extraction.persons import persons
from crawler.extraction.structured import Structured

_META_AFTER = ("author", "article:author", "jpnncom_news_author", "dc.creator", "twitter:data1")


def authors_for_machines(facts: Structured, sites: frozenset[str]) -> list[str]:
    """Writers as JSON-LD and meta elements name them."""
    listed = [", ".join(facts.people(name)) for name in ("author", "creator")]
    named = [facts.first(name) for name in _META_AFTER]
    for value in (facts.first("content_author", "dtk:author"), *listed, *named):
        names = [] if "http" in value else persons(value, sites)
        if names:
            return names
    return []


def _marked_name(page: Page, name: str) -> str:
    """The names that itemprop marks on the page: "editor" -> "Rambu A"."""
    found = page.root.iterfind(f".//span[@itemprop='{name}']")
    return ", ".join(squeezed(str(el.text_content())) for el in islice(found, 3))


def editors_for_machines(page: Page, facts: Structured, sites: frozenset[str]) -> list[str]:
    """Editors as itemprop, meta elements, JSON-LD and its keywords name them."""
    keywords = facts.article.get("keywords")
    listed = (
        [k[7:] for k in keywords if isinstance(k, str) and k.lower().startswith("editor:")]
        if isinstance(keywords, list)
        else []
    )
    named = (facts.first("content_editor", "editor"), ", ".join(facts.people("editor")), ", ".join(listed))
    for value in (_marked_name(page, "editor"), *named):
        names = persons(value, sites)
        if names:
            return names
    return []
