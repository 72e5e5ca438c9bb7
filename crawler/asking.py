"""What is asked of a crawl: refused in one line where it cannot be done, and left to those whom an archive holds."""

import logging
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from scrapy.settings import Settings

from crawler import archive, relevance
from crawler.addresses import site
from crawler.extensions import NO_CONTACT
from crawler.publisher import PublisherSpider
from crawler.registry import spiders


class NothingHeld(ValueError):
    """Archives that hold no page of any of the publishers."""


def check(names: Sequence[str], settings: Settings) -> None:
    """Refuse in one line what cannot be done at all."""
    unknown = sorted(set(names) - set(spiders()))
    if unknown:
        near = [like for name in unknown for like in get_close_matches(name, spiders())]
        hint = f"did you mean {', '.join(near)}?" if near else "`scrapy list` names all of them"
        raise ValueError(f"No publisher is called {', '.join(unknown)}; {hint}")
    relevance.terms(settings.get("TERMS") or None)
    missing = [path for path in settings.getlist("ARCHIVE") if not Path(path).is_file()]
    if missing:
        raise ValueError(f"No such archive: {', '.join(missing)}")
    for path in settings.getlist("ARCHIVE"):
        try:
            empty = not archive.places([path])
        except OSError as error:
            raise ValueError(f"No web archive: {path} ({error})") from error
        if empty:
            raise ValueError(f"No web archive: {path} holds no answers")
    if not settings.getlist("ARCHIVE") and not settings.get("CONTACT"):
        raise ValueError(NO_CONTACT)


def held(names: Sequence[str], settings: Settings) -> Sequence[str]:
    """Of these publishers those of whom an archive holds a page, all of them where no archive is read."""
    paths = settings.getlist("ARCHIVE")
    if not paths:
        return names
    by_site: dict[str, list[str]] = {}
    for url in archive.places(paths):
        by_site.setdefault(site(url), []).append(url)
    held = [name for name in names if _any_of(spiders()[name], by_site)]
    if missing := sorted(set(names) - set(held)):
        logging.getLogger(__name__).info("No page in the archive of %s: left out", ", ".join(missing))
    if not held:
        raise NothingHeld(f"The archive holds no page of {', '.join(missing)}")
    return held


def _any_of(spider: type[PublisherSpider], by_site: dict[str, list[str]]) -> bool:
    """Whether one of these addresses is an article or another page of this publisher."""
    urls = by_site.get(site(spider.homepage), [])
    return any(url.startswith(spider.homepage) or spider.article_address(url) for url in urls)
