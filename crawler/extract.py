"""A received page, read: article(pages, url, hints) -> Article | None. Pure; runs in worker processes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from crawler.extraction import address, byline, caption, clock, evidence, lead, listing, refusals, text, times
from crawler.extraction.blocks import Page
from crawler.extraction.body import Column, column
from crawler.extraction.decoding import UnreadablePage
from crawler.extraction.headline import Headline, headline, key
from crawler.extraction.page import parse
from crawler.extraction.structured import Structured, structured
from crawler.items import Article, Hints, Outcome

__all__ = ["UnreadablePage", "article", "canonical", "later_pages", "refusal"]


def article(pages: Sequence[bytes], url: str, hints: Hints) -> Article | None:
    """The article printed on `pages` (first page, then later ones in order, or the one that shows all).

    None when there is none: an index, a soft 404, a bot wall, a gallery without text, rubbish. Raises UnreadablePage
    (a ValueError) for a page over 5 MiB.
    """
    first = parse(pages[0]) if pages else None
    read = _read(first, url, hints) if first is not None and not refusals.by_text(first) else None
    if read is None:
        return None
    others = [_later_texts(body, read) for body in pages[1:]]
    joined, whole = text.joined(read.texts, others)
    count = max(read.count, 1 if whole else len(pages))
    complete = whole or count <= 1 + sum(bool(other) for other in others)
    return _article(read, joined, count, complete, url, hints)


def refusal(body: bytes, status: int) -> Outcome | None:
    """Why a response is no page to read: captcha -> BLOCKED, soft 404 -> NOT_ARTICLE, binary -> BROKEN; else None."""
    found = refusals.by_status(status) or refusals.by_bytes(body)
    if found:
        return found
    page = parse(body)
    return refusals.by_text(page) if page is not None else None


def later_pages(body: bytes, url: str) -> tuple[str, ...]:
    """Addresses of an article's pages after the first, from its pager; the ?page=all form alone where it is linked."""
    page = parse(body)
    return address.later_addresses(page, url)[0] if page is not None else ()


def canonical(body: bytes, url: str) -> str:
    """The address by which an article is known: its canonical link, cleaned; `url` where that is not to be trusted."""
    return address.address(parse(body), url)


@dataclass(slots=True)
class _Read:
    """What was read out of the first page."""

    page: Page
    facts: Structured
    head: Headline
    place: Column
    texts: list[str]
    dateline: str | None
    sites: frozenset[str]
    count: int


def _read(page: Page, url: str, hints: Hints) -> _Read | None:
    facts = structured(page.root)
    head = headline(page, facts, hints.listed.get("title", ""))
    if head is None:
        return None
    sites = _sites(facts, url, hints)
    place = column(page, head.position) or Column(page.root, head.position + 1, head.position + 1)
    place = replace(place, first=lead.beginning(page, place, head, facts, sites))
    texts = text.texts(page, place, head, facts)
    spot, texts = text.dated(texts, sites)
    if not evidence.is_report(page, facts, head, place, texts, url):
        return None
    return _Read(page, facts, head, place, texts, spot, sites, address.later_addresses(page, url)[1])


def _later_texts(body: bytes, read: _Read) -> list[str]:
    """The paragraphs of a later page, without dateline and what the first page already has at its head."""
    page = parse(body)
    if page is None:
        return []
    facts = structured(page.root)
    head = headline(page, facts, read.head.text) or Headline(read.head.text, -1)
    place = column(page, head.position)
    return text.dated(text.texts(page, place, head, facts), read.sites)[1] if place else []


def _sites(facts: Structured, url: str, hints: Hints) -> frozenset[str]:
    """Names of the site and its house by their letters alone, never to be taken for writers or places."""
    registered = address.domain(url).split(".")[0]
    below = (address.split(url).hostname or "").split(".")[0]
    hosts = [registered, f"{registered}com", address.domain(url), f"{registered}{below}"] if registered else []
    named = [*facts.site_names, *hints.site_names, hints.publisher, *hosts]
    return frozenset(k for name in named for k in (key(name), key(name.split("|")[0])) if len(k) > 2)


def _article(read: _Read, texts: list[str], count: int, complete: bool, url: str, hints: Hints) -> Article:
    page, place, position = read.page, read.place, read.head.position
    authors, editors = byline.people(page, read.facts, position, place, read.sites)
    photo = caption.photo(page, position, place.begin, place.end, read.head.text, read.sites)
    body = "\n\n".join(texts)
    published, modified = _times(read, url, hints)
    return Article(
        url=address.address(page, url),
        publisher=hints.publisher,
        title=read.head.text,
        authors=tuple(authors),
        editors=tuple(editors),
        published=published,
        modified=modified,
        dateline=read.dateline,
        section=listing.section(page, read.facts, position, read.head.text),
        tags=listing.tags(page, read.facts, position, place.begin, place.end, read.head.text, hints.common),
        caption=photo.caption,
        photo_credit=photo.credit,
        pages=count,
        text=body,
        language=text.language(body, hints.language),
        complete=complete,
        paywalled=text.is_paywalled(page, read.facts, place),
    )


def _times(read: _Read, url: str, hints: Hints) -> tuple[str | None, str | None]:
    """Published and modified. A printed clock that is that of the change yields to an earlier one for machines."""
    zone = times.zone_of(hints.zone)
    shown, updated = times.shown_time(
        read.page, read.head.position, evidence.first_position(read.page, read.place, read.texts)
    )
    said = times.machine_times(read.page, read.facts, read.head.position, read.place.end)
    later_said = [moment for moment in times.modified_times(read.facts) if moment not in said]
    changed = times.settled(updated, later_said, zone)
    published = times.settled(shown, said, zone)
    first = times.settled(None, said[:1], zone)
    if _earlier(first, changed) and isinstance(published, datetime) and published == changed:
        published = first
    if published is None:
        listed = clock.machine(hints.listed.get("published", ""))
        published = times.settled(None, [m for m in (listed, clock.in_address(url)) if m], zone)
    later = changed if _earlier(published, changed) else None
    if isinstance(published, datetime) and isinstance(later, datetime):
        later = later.astimezone(published.tzinfo)  # one site, one clock
    return times.iso(published), times.iso(later)


def _earlier(one: object, other: object) -> bool:
    """Whether both are instants and the first is at least a minute earlier."""
    if not isinstance(one, datetime) or not isinstance(other, datetime):
        return False
    return other.astimezone(UTC) - one.astimezone(UTC) >= timedelta(minutes=1)
