"""Each publisher keeps the contract: its addresses, its province and clock, its robots rules, its page."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from scrapy.robotstxt import ProtegoRobotParser

from crawler.addresses import dated, numbered
from crawler.definition import LISTINGS
from crawler.extract import article
from crawler.items import Article
from crawler.publisher import PublisherSpider
from crawler.registry import spiders

HERE = Path(__file__).parent
PAGES = HERE / "pages"
ROBOTS = tomllib.loads((HERE / "publishers/robots.toml").read_text(encoding="utf-8"))
BLANK = "?"  # left by `scrapy genspider`
MAY_BE_EMPTY = ("authors", "editors", "tags")
EXAMPLES = [(name, url) for name, spider in spiders().items() for url in spider.seen]
RECORDS = sorted(PAGES.glob("*/*.json"))


def name_of(path: Path) -> str:
    """What a page is called in a failure: "surya/batik-tulis"."""
    return f"{path.parent.name}/{path.stem}"


def record(path: Path) -> dict[str, Any]:
    """The expected record of a saved page."""
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return expected


# Who they are

# Regulations: Keputusan Presiden 41/1987 on the three zones; the provinces that were made since keep the clock.
WITA = """Bali; Nusa Tenggara Barat; Nusa Tenggara Timur; Kalimantan Selatan; Kalimantan Timur; Kalimantan Utara;
    Sulawesi Utara; Sulawesi Tengah; Sulawesi Selatan; Sulawesi Tenggara; Sulawesi Barat; Gorontalo"""
WIT = "Maluku; Maluku Utara; Papua; Papua Barat; Papua Tengah; Papua Selatan; Papua Pegunungan; Papua Barat Daya"
WIB = """national; Aceh; Sumatera Utara; Sumatera Barat; Riau; Jambi; Sumatera Selatan; Bengkulu; Lampung; Jawa Barat;
    Kepulauan Bangka Belitung; Kepulauan Riau; DKI Jakarta; Jawa Tengah; Daerah Istimewa Yogyakarta; Jawa Timur;
    Banten; Kalimantan Barat; Kalimantan Tengah"""
ZONES = {
    " ".join(reach.split()): zone
    for text, zone in ((WIB, "Asia/Jakarta"), (WITA, "Asia/Makassar"), (WIT, "Asia/Jayapura"))
    for reach in text.split(";")
}


def test_there_are_a_hundred_publishers():
    assert len(spiders()) >= 100


@pytest.mark.parametrize("name", spiders())
def test_reach_is_a_province_and_the_zone_is_its_own(name):
    assert ZONES.get(spiders()[name].reach) == spiders()[name].zone


@pytest.mark.parametrize(
    ("network", "number"), [("Tribun Network", 51), ("ANTARA", 35), ("Kompas.com", 2), ("Detik Network", 2)]
)
def test_the_networks_are_whole(network, number):
    assert sum(spider.network == network for spider in spiders().values()) == number


@pytest.mark.parametrize("name", ["kemenperin", "setkab", "setneg", "kemenumkm", "kemendag", "bps", "ekon"])
def test_official_sources_are_kept_whole(name):
    assert spiders()[name].keep == "all"


@pytest.mark.parametrize("name", ["antaranewsen", "jakartaglobe", "thejakartapost"])
def test_english_editions_are_marked(name):
    assert spiders()[name].language == "en"


def test_no_two_publishers_have_one_homepage():
    homes = [spider.homepage for spider in spiders().values()]
    assert len(homes) == len(set(homes))


# Their addresses


@pytest.mark.parametrize("name", spiders())
def test_a_publisher_names_an_article_or_stands_on_a_base_that_others_prove(name):
    spider = spiders()[name]
    proved = any(other.seen and base(other) is base(spider) for other in spiders().values())
    shared = base(spider).article_pattern.replace("{home}", re.escape(spider.homepage)) == spider.article_pattern
    assert spider.seen or (shared and proved), f'crawler/spiders/{name}.py: seen = ("https://…",)'


@pytest.mark.parametrize(("name", "url"), EXAMPLES)
def test_an_article_is_of_its_publisher_alone(name, url):
    assert [other for other, spider in spiders().items() if spider.article_address(url)] == [name]


def listings(spider: type[PublisherSpider]) -> Iterator[str]:
    """The addresses of all its listings, as they are asked for on a day."""
    for field in LISTINGS:
        for form in getattr(spider, field):
            for url in dated(form, [date(2026, 11, 19)]):
                yield from filter(None, {numbered(url, 1), numbered(url, 2)})


BELOW_HOME = """ ekonomi ekonomi/ tag/umkm tag/industri-kecil-dan-menengah tags/umkm topic/umkm search?q=umkm indeks
    category/ekonomi category/ekonomi-dan-bisnis-daerah/page/2/ author/redaksi kanal/ekonomi page/2/ feed/ rss about-us
    redaksi pedoman-media-siber pedoman-pemberitaan-media-siber foto video"""


@pytest.mark.parametrize("name", spiders())
def test_what_is_no_article(name):
    spider = spiders()[name]
    others = [spider.homepage, *(spider.homepage + path for path in BELOW_HOME.split()), *listings(spider)]
    assert [url for url in others if spider.article_address(url)] == []


@pytest.mark.parametrize("name", spiders())
def test_no_listing_is_a_search_or_a_tag(name):
    assert [url for url in listings(spiders()[name]) if re.search(r"/tags?/|/search\?|[?&](?:q|s)=", url)] == []


@pytest.mark.parametrize("name", spiders())
def test_nothing_is_asked_for_that_robots_txt_bars(name):
    spider = spiders()[name]
    barred = []
    for url in [*listings(spider), *(url for other, url in EXAMPLES if other == name)]:
        host = urlsplit(url).netloc
        home = urlsplit(spider.homepage).netloc
        rules = ROBOTS.get(host) or (ROBOTS.get(home) if host.endswith(home.removeprefix("www.")) else None)
        if rules and not _allowed(rules, spider.article_address(url) or url):
            barred.append(url)
    assert barred == []


def _allowed(rules: dict[str, Any], url: str) -> bool:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in rules["disallow"])]
    lines += [line for agent in rules.get("agents", ()) for line in (f"User-agent: {agent}", "Disallow: /")]
    return ProtegoRobotParser("\n".join(lines).encode(), None).allowed(url, "PantauIKM")


# Their pages


def base(spider: type[PublisherSpider]) -> type[PublisherSpider]:
    """The network's base that a publisher stands on, or the base of all."""
    return next(
        cls for cls in spider.__mro__[1:] if cls.__module__.startswith(("crawler.networks.", "crawler.publisher"))
    )


def printed_by(path: Path) -> type[PublisherSpider] | None:
    """The publisher whose article a saved page is."""
    spider = spiders().get(path.parent.name)
    return spider if spider and spider.article_address(record(path)["url"]) else None


WITH_PAGE = {spider for path in RECORDS if (spider := printed_by(path))}
BASES_WITH_PAGE = {base(spider) for spider in WITH_PAGE}


@pytest.mark.parametrize("name", spiders())
def test_a_publisher_has_a_page_or_one_of_its_base(name):
    spider = spiders()[name]
    covered = spider in WITH_PAGE or (not spider.oddity and base(spider) in BASES_WITH_PAGE)
    assert covered, f"tests/pages/{name}/: save a page and its expected record (README, A publisher)"


@pytest.mark.parametrize("path", RECORDS, ids=name_of)
def test_an_expected_record_is_filled_in(path):
    expected = record(path)
    asked = {name: expected[name] for name in ("url", "with", "without")} | expected["article"]
    blanks = [field for field, value in asked.items() if value in (BLANK, [BLANK], []) and field not in MAY_BE_EMPTY]
    assert blanks == [], f"{name_of(path)}.json: write what a reader sees in place of each {BLANK!r}"


@pytest.mark.parametrize("path", RECORDS, ids=name_of)
def test_a_record_has_its_page(path):
    assert path.with_suffix(".html").is_file(), f"tests/pages/{name_of(path)}.html: save the article's page there"


@pytest.mark.parametrize(
    "path", [path for path in RECORDS if printed_by(path) and path.with_suffix(".html").is_file()], ids=name_of
)
def test_a_page_is_read_as_expected(path):
    spider = printed_by(path)
    assert spider is not None
    expected = record(path)
    found = article([path.with_suffix(".html").read_bytes()], expected["url"], spider.hints())
    assert found is not None
    assert json.loads(json.dumps(asdict(found))) == expected["article"]


def test_records_have_all_fields():
    names = {field.name for field in fields(Article)}
    assert {name_of(path) for path in RECORDS if set(record(path)["article"]) != names} == set()
