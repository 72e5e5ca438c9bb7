"""All publishers, as Scrapy finds their spiders, and the settings under which they run."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from crawler.addresses import site
from crawler.items import Hints, Publisher
from crawler.publisher import PublisherSpider


@cache
def spiders() -> dict[str, type[PublisherSpider]]:
    """The spiders of all publishers by name, as Scrapy finds them."""
    loader = get_spider_loader(settings_for(Path(), (), None))
    found = {name: loader.load(name) for name in sorted(loader.list())}
    return {name: spider for name, spider in found.items() if issubclass(spider, PublisherSpider)}


def publishers() -> dict[str, Publisher]:
    """All publishers by name."""
    return {name: spider.publisher() for name, spider in spiders().items()}


def spider_for(url: str) -> type[PublisherSpider] | None:
    """The spider that this address is an article of, or at least of its host or site; None when it is nobody's."""
    known = spiders().values()
    tests: tuple[Callable[[type[PublisherSpider]], bool], ...] = (
        lambda spider: spider.article_address(url) is not None,
        lambda spider: url.startswith(spider.homepage),
        lambda spider: site(url) == site(spider.homepage),
    )
    return next((spider for test in tests for spider in known if test(spider)), None)


def hints_for(name: str) -> Hints:
    """What the pages of a publisher do not say of themselves; plain defaults for a name that is none."""
    spider = spiders().get(name)
    return spider.hints() if spider else Hints(publisher=name)


def settings_for(
    db_path: Path,
    archive: Sequence[str | Path],
    contact: str | None,
    keep: str | None = None,
    terms: str | Path | None = None,
) -> Settings:
    """Scrapy's settings for a crawl into `db_path`, out of `archive` or from the live web."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    values: dict[str, Any] = {"ARTICLES_DB": str(db_path), "LOG_INSTALL_ROOT_HANDLER": False}
    if archive:
        values["ARCHIVE"] = [str(path) for path in archive]
    if contact:
        values["CONTACT"] = contact
    if keep:
        values["KEEP"] = keep
    if terms:
        values["TERMS"] = str(terms)
    settings.setdict(values, priority="cmdline")
    return settings
