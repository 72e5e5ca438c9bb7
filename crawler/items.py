"""The records of the crawler. Format, unit, zone and fallback stand at each field; names as in schema.org."""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Publisher:
    """One site that prints articles; its spider's class attributes say the same."""

    name: str  # the spider's name: file, name and class agree ("surya")
    title: str  # as readers know it ("Surya")
    homepage: str  # absolute, with scheme
    network: str  # who runs it beside others ("Tribun Network"); "" for a site of its own
    reach: str  # "national", or the full name of a province ("Jawa Timur")
    zone: str  # IANA zone of its clock: Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT)
    language: str  # ISO 639-1 of its articles; English editions are "en"


@dataclass(frozen=True)
class Article:
    """One report as its readers see it, joined from all its pages. Text fields are NFC, without markup."""

    url: str  # canonical, cleaned of query and fragment: the key
    publisher: str  # Publisher.name
    title: str  # the headline of the page, never the window title
    authors: tuple[str, ...]  # people who wrote it: no desks, codes, companies or site names; () when none is named
    editors: tuple[str, ...]  # people named as editors; () when none is named
    published: str | None  # ISO 8601 to the second or minute with true offset; date alone where no time is printed
    modified: str | None  # the same; None when never or not said
    dateline: str | None  # place at the head of the text ("SURABAYA"), not part of text
    section: str | None  # the site's own heading ("Ekonomi Bisnis")
    tags: tuple[str, ...]  # in the page's order
    caption: str | None  # of the main photograph, without its credit
    photo_credit: str | None  # who took or owns it
    pages: int  # how many pages the site prints it on
    text: str  # paragraphs parted by one blank line; no headline, caption, dateline, byline, related links or ads
    language: str  # ISO 639-1
    complete: bool = True  # False while a later page is still missing
    paywalled: bool = False  # True when the site shows an excerpt only


@dataclass(frozen=True)
class Hints:
    """What a spider knows about its pages that the pages do not say. Few, and each explained where it is set."""

    publisher: str = ""  # Publisher.name
    site_names: tuple[str, ...] = ()  # names of site and company, never to be taken for a writer
    zone: str = "Asia/Jakarta"  # for times printed without a zone
    language: str = "id"
    common: frozenset[str] = frozenset()  # keywords that stand on every page of the site, in small letters: no tags
    listed: dict[str, str] = field(default_factory=dict)  # what feed or sitemap said: title, published (fallbacks only)


class Outcome(StrEnum):
    """How an address ended: a closed list, every address found has exactly one."""

    STORED = "stored"  # a new article
    PART = "part"  # a later page of an article
    REVISED = "revised"  # a new text of an article already stored
    UNCHANGED = "unchanged"  # the same text again, or a 304
    DUPLICATE = "duplicate"  # another address of an article already stored
    LISTED = "listed"  # a feed, sitemap or index, read for links
    NOT_ARTICLE = "not_article"  # no headline with text on it, or a soft 404
    NOT_RELEVANT = "not_relevant"  # kept as title, time and address alone
    BLOCKED = "blocked"  # 401, 403, 429, captcha or bot wall
    PAYWALLED = "paywalled"  # stored as excerpt
    GONE = "gone"  # 404, 410
    TOO_LARGE = "too_large"  # over DOWNLOAD_MAXSIZE
    BROKEN = "broken"  # no answer, 5xx, unreadable, or over the time limit
    ROBOTS = "robots"  # barred by robots.txt, never asked for
    UNANSWERED = "unanswered"  # asked for without any end when the run closed; asked for again in the next
