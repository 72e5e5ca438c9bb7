"""Feeds, sitemaps and index pages -> the links on them, with what they say of each. Pure; the spider chooses."""

from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import feedparser
import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from crawler.addresses import site
from crawler.extraction.words import words

NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@dataclass(frozen=True)
class Link:
    """One entry of a listing. Times are ISO 8601 with offset, or a date alone; None when the listing says nothing."""

    url: str  # absolute, as it stands there
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    listing: bool = False  # a further sitemap, not a page
    sponsored: bool = False  # its row says that somebody paid for it

    def said(self) -> dict[str, str]:
        """What the listing said, for `visits.listed`."""
        fields = {"title": self.title, "published": self.published, "modified": self.modified}
        return {name: value for name, value in fields.items() if value}


def links(kind: str, body: bytes, url: str, zone: str) -> list[Link]:
    """The links of a listing of this kind; ValueError or LxmlError when the body is none."""
    if kind == "feed":
        return feed(body, url)
    return sitemap(body, url, zone) if kind == "sitemap" else index(body, url)


def feed(body: bytes, url: str) -> list[Link]:
    """The items of an RSS or Atom feed; ValueError when it is none.

    Where <link> is empty (Antara's bureaus), or leads over a counting service of another host, and the <guid> is an
    address, that is the article's.
    """
    # A stream, since feedparser opens a string as a file or an address.
    parsed = feedparser.parse(BytesIO(body), sanitize_html=False, response_headers={"content-location": url})
    if not parsed.get("version") and not parsed.entries:
        raise ValueError("no feed")
    links = []
    for entry in parsed.entries:
        address = _address(entry.get("link") or "", entry.get("id") or "", url)
        published = dict.get(entry, "published_parsed")
        modified = dict.get(entry, "updated_parsed")  # its own get() answers with the publication where this is missing
        links.append(
            Link(
                urljoin(url, address.strip()),
                " ".join((entry.get("title") or "").split()) or None,
                _utc(published),
                _utc(modified),
            )
        )
    return links


def _address(link: str, guid: str, url: str) -> str:
    """The article's own address: its <link>, unless that is empty or leaves the feed's site and the <guid> does not."""
    named = guid.strip().startswith(("http://", "https://"))
    away = site(joined(url, link.strip())) != site(url) == site(guid.strip()) if named and link else False
    return guid if not link or away else link


def _utc(time: struct_time | None) -> str | None:
    return datetime.fromtimestamp(timegm(time), UTC).isoformat() if time else None


def sitemap(body: bytes, url: str, zone: str) -> list[Link]:
    """The entries of a sitemap, a news sitemap or a sitemap index; times without offset are read in `zone`.

    ValueError when it is none (a soft 404, a bot wall).
    """
    return list(_sitemap(body, url, ZoneInfo(zone)))


def _sitemap(body: bytes, url: str, zone: ZoneInfo) -> Iterator[Link]:
    # No entities: a sitemap needs none, and they can be a bomb. recover: one bad "&" must not lose the rest.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(body, parser) if body.strip() else None
    if root is None or etree.QName(root).localname not in ("urlset", "sitemapindex"):
        raise ValueError("no sitemap")
    for entry in root.iterfind("{*}url"):
        if location := entry.findtext("{*}loc"):
            title = " ".join((entry.findtext(f".//{NEWS}title") or "").split()) or None
            published = moment(entry.findtext(f".//{NEWS}publication_date"), zone)
            yield Link(urljoin(url, location.strip()), title, published, moment(entry.findtext("{*}lastmod"), zone))
    for entry in root.iterfind("{*}sitemap"):
        if location := entry.findtext("{*}loc"):
            modified = moment(entry.findtext("{*}lastmod"), zone)
            yield Link(urljoin(url, location.strip()), modified=modified, listing=True)


def index(body: bytes, url: str) -> list[Link]:
    """The links of an index page in their order, each with its text; menus and all: the article pattern chooses."""
    if not body.strip():
        return []
    page = lxml.html.fromstring(body, base_url=url)
    links: dict[str, Link] = {}
    for anchor in page.iter("a"):
        address = (anchor.get("href") or "").strip()
        if address and not address.startswith(("#", "mailto:", "tel:", "whatsapp:")):
            text = " ".join(anchor.text_content().split()) or None
            found = Link(joined(url, address), text, sponsored=_is_sponsored(anchor))
            links[address] = _fuller(links.get(address), found)
    return [link for link in links.values() if link.url]


def _fuller(one: Link | None, other: Link) -> Link:
    """One link out of two to one address: with the first text, and sponsored where either is."""
    if one is None:
        return other
    return replace(one, title=one.title or other.title, sponsored=one.sponsored or other.sponsored)


def _is_sponsored(anchor: HtmlElement) -> bool:
    """Whether a label in the row of this link says so: "Artikel Sponsor", "Advertorial". A row links one page."""
    row = anchor
    while (above := row.getparent()) is not None and len({a.get("href") for a in above.iter("a")}) == 1:
        row = above
    return any(" ".join(text.split()).lower() in words("other_pages", "sponsored") for text in row.itertext())


def joined(base: str, address: str) -> str:
    """`address` made absolute, or "" where it is no address at all ("http://[")."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def moment(text: str | None, zone: ZoneInfo) -> str | None:
    """A W3C time as ISO 8601 with offset; a date stays a date; None for what is neither.

    "2026-11-19T08:30:00" in Asia/Jakarta -> "2026-11-19T08:30:00+07:00"
    """
    text = (text or "").strip()
    try:
        if len(text) == len("2026-11-19"):
            return datetime.fromisoformat(text).date().isoformat()
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (time if time.tzinfo else time.replace(tzinfo=zone)).isoformat()
