"""What a publisher's class says: its name and place, its listings, and which addresses are its articles.

`check` refuses what cannot work, with the line to write.
"""

import re
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import scrapy

from crawler import relevance
from crawler.addresses import cleaned, site, upgraded
from crawler.items import Hints, Publisher

LISTINGS = ("feeds", "news_sitemaps", "sitemaps", "indexes")
TUPLES = (*LISTINGS, "kept_query", "site_names")
EXAMPLES = {
    "name": 'name = "surya"',
    "title": 'title = "Surya"',
    "homepage": 'homepage = "https://surabaya.tribunnews.com/"',
    "reach": 'reach = "Jawa Timur"  # or "national"',
    "zone": 'zone = "Asia/Jakarta"  # Asia/Makassar for WITA, Asia/Jayapura for WIT',
    "language": 'language = "id"',
    "confidence": 'confidence = "medium"  # high, medium or low',
    "checked": 'checked = "2026-08-17"  # date, month or year of the newest evidence',
    "article_pattern": 'article_pattern = r"{home}read/\\d+/[a-z0-9-]+"',
    "feeds": 'feeds = ("{home}rss",)  # or news_sitemaps, sitemaps, indexes',
    "all_pages": 'all_pages = "?page=all"',
}


class Defined(scrapy.Spider):
    """A subclass with a `name` is a publisher; its file, name and class agree.

    "{home}" in any address or pattern stands for the homepage, so that a network's base can speak of it.
    """

    name: str
    title: ClassVar[str] = ""  # as readers know it
    homepage: ClassVar[str] = ""  # absolute, with scheme and closing "/"
    network: ClassVar[str] = ""  # who runs it beside others
    reach: ClassVar[str] = "national"  # or the full name of a province
    zone: ClassVar[str] = "Asia/Jakarta"
    language: ClassVar[str] = "id"
    confidence: ClassVar[str] = ""  # in these lines: "high", "medium", "low"; each publisher says its own
    checked: ClassVar[str] = ""  # date of the newest evidence for them: "2026-10-03", "2026-08", "2026"
    seen: ClassVar[tuple[str, ...]] = ()  # real addresses of its articles: article_pattern must fit them
    oddity: ClassVar[str] = ""  # what its pages do that its base's do not: such a site has a page in tests/pages

    feeds: ClassVar[tuple[str, ...]] = ()
    news_sitemaps: ClassVar[tuple[str, ...]] = ()  # read in every run
    sitemaps: ClassVar[tuple[str, ...]] = ()  # read once a day
    sitemap_pattern: ClassVar[str] = r".*"  # which of the sitemaps that a sitemap names are read
    indexes: ClassVar[tuple[str, ...]] = ()  # "…/ekonomi[/{page}]", "…?date={date:%Y-%m-%d}&page={page}"
    article_pattern: ClassVar[str] = ""  # fits the whole cleaned address of an article
    all_pages: ClassVar[str] = ""  # what follows an address to show all its pages on one ("?page=all")
    kept_query: ClassVar[tuple[str, ...]] = ()  # names in the query that belong to an article's address
    site_names: ClassVar[tuple[str, ...]] = ()  # further names of site and company that are no writers
    # "all", or "ikm": the full text only of what crawler/terms.toml fits. Official sites keep all unless they say more.
    keep: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Refuse a bad definition when the class is made, with the line to write."""
        super().__init_subclass__(**kwargs)
        if "name" in cls.__dict__:
            check(cls)
            cls.keep = cls.keep or ("all" if site(cls.homepage).endswith(".go.id") else "ikm")
            if cls.keep not in relevance.KEEP:
                raise ValueError(f'{cls.__name__} must set \'keep\' to "all" or "ikm", e.g. keep = "all"')

    @classmethod
    def publisher(cls) -> Publisher:
        """The record of this publisher."""
        return Publisher(cls.name, cls.title, cls.homepage, cls.network, cls.reach, cls.zone, cls.language)

    @classmethod
    def hints(cls) -> Hints:
        """What the pages do not say of themselves."""
        names = tuple(name for name in (cls.title, cls.network, *cls.site_names) if name)
        return Hints(publisher=cls.name, site_names=names, zone=cls.zone, language=cls.language)

    @classmethod
    def article_address(cls, url: str, base: str = "") -> str | None:
        """The cleaned address when it is one of an article of this publisher."""
        address = upgraded(cleaned(url, base, cls.kept_query), cls.homepage)
        return address if re.fullmatch(cls.article_pattern, address) else None


def check(cls: type[Any]) -> None:
    """Refuse a definition that cannot work, and put the homepage where "{home}" stands.

    ValueError: "Surya must set 'homepage' to an address that begins with http and ends in '/', e.g. homepage = …"
    """
    for field in ("title", "reach", "homepage", "article_pattern"):
        if not isinstance(getattr(cls, field), str) or not getattr(cls, field):
            raise _missing(cls, field, "")
    _check_names(cls)
    if not re.fullmatch(r"https?://\S+/", cls.homepage):
        raise _missing(cls, "homepage", " to an address that begins with http and ends in '/'")
    _check_clock_and_language(cls)
    _check_evidence(cls)
    for field in TUPLES:
        value = getattr(cls, field)
        if not isinstance(value, tuple):
            raise _missing(cls, field, " to a tuple: note the comma", f'{field} = ("…",)')
        setattr(cls, field, tuple(item.replace("{home}", cls.homepage) for item in value))
    if not any(getattr(cls, field) for field in LISTINGS):
        raise _missing(cls, "feeds", " or another listing")
    if cls.all_pages and cls.all_pages[0] not in "?/":
        raise _missing(cls, "all_pages", " to what follows an address")
    for field in ("article_pattern", "sitemap_pattern"):
        setattr(cls, field, getattr(cls, field).replace("{home}", re.escape(cls.homepage)))
        try:
            re.compile(getattr(cls, field))
        except re.error as error:
            raise _missing(cls, field, f" to a regular expression ({error})", EXAMPLES["article_pattern"]) from error
    _check_seen(cls)


def _check_names(cls: type[Any]) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", cls.name):
        raise _missing(cls, "name", " to small letters, digits and '_'")
    if cls.__name__.lower() != cls.name.replace("_", ""):
        raise _missing(cls, "name", " to its own name in small letters", f'name = "{cls.__name__.lower()}"')
    package, _, file = cls.__module__.rpartition(".")
    if package == "crawler.spiders" and file != cls.name:
        raise ValueError(f"{cls.__name__} must stand in crawler/spiders/{cls.name}.py, not in {file}.py")


def _check_clock_and_language(cls: type[Any]) -> None:
    try:
        ZoneInfo(cls.zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise _missing(cls, "zone", " to an IANA zone") from error
    if not re.fullmatch(r"[a-z]{2}", cls.language):
        raise _missing(cls, "language", " to an ISO 639-1 code")


def _check_evidence(cls: type[Any]) -> None:
    """How sure its lines are, and since when: said by each publisher itself, never inherited."""
    if cls.__dict__.get("confidence") not in ("high", "medium", "low"):
        raise _missing(cls, "confidence", " to how sure its lines are")
    if not re.fullmatch(r"20\d\d(?:-[01]\d(?:-[0-3]\d)?)?", str(cls.__dict__.get("checked"))):
        raise _missing(cls, "checked", " to when its lines were last seen to be true")


def _check_seen(cls: type[Any]) -> None:
    """Its pattern must fit the addresses that it names as seen."""
    for url in cls.__dict__.get("seen", ()):
        if cls.article_address(url) is None:
            raise ValueError(f"{cls.__name__}: article_pattern does not fit {url}, which 'seen' says is an article")


def _missing(cls: type[Any], field: str, what: str, example: str | None = None) -> ValueError:
    return ValueError(f"{cls.__name__} must set '{field}'{what}, e.g. {example or EXAMPLES[field]}")
