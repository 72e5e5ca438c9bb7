"""What a publisher's definition must say, which addresses are its articles, and what is read off its listings."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import Request
from scrapy.robotstxt import ProtegoRobotParser
from scrapy.settings import Settings

from crawler import listings
from crawler.addresses import cleaned, dated, is_home, is_private, numbered, site, upgraded
from crawler.discovery import INDEX_PAGES, index_days, is_older, next_page, parts, parts_instead
from crawler.extensions import CrawlDelay
from crawler.items import Publisher
from crawler.listings import Link
from crawler.publisher import PublisherSpider
from crawler.registry import hints_for, publishers, spider_for, spiders
from crawler.visits import Visit

GOOD = {
    "name": "kabar",
    "title": "Kabar",
    "homepage": "https://kabar.id/",
    "confidence": "high",
    "checked": "2026-08-17",
    "feeds": ("{home}rss",),
    "article_pattern": r"{home}read/\d+/\S+",
}


def define(class_name: str = "Kabar", **changes: object) -> type[PublisherSpider]:
    """The class of a publisher whose definition is GOOD but for `changes`; None leaves a line out."""
    lines = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    return type(class_name, (PublisherSpider,), lines)


# Definitions


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": None}, r"""Kabar must set 'title', e.g. title = "Surya\""""),
        ({"homepage": None}, r"Kabar must set 'homepage', e.g. homepage = \"https://surabaya.tribunnews.com/\""),
        ({"homepage": "kabar.id"}, "begins with http and ends in '/'"),
        ({"homepage": "https://kabar.id"}, "begins with http and ends in '/'"),
        ({"article_pattern": None}, "Kabar must set 'article_pattern', e.g. article_pattern = r"),
        ({"article_pattern": "("}, r"'article_pattern' to a regular expression \(missing \)"),
        ({"feeds": None}, "'feeds' or another listing, e.g. feeds ="),
        ({"feeds": "https://kabar.id/rss"}, r"'feeds' to a tuple: note the comma, e.g. feeds = \(\"…\",\)"),
        ({"zone": "WIB"}, "'zone' to an IANA zone, e.g. zone = \"Asia/Jakarta\""),
        ({"language": "ind"}, "'language' to an ISO 639-1 code"),
        ({"confidence": "sure"}, "'confidence' to how sure its lines are, e.g. confidence = \"medium\""),
        ({"checked": None}, "'checked' to when its lines were last seen to be true, e.g. checked = \"2026-08-17\""),
        ({"checked": "17/08/2026"}, "'checked' to when its lines were last seen to be true"),
        ({"reach": ""}, "'reach', e.g. reach = \"Jawa Timur\""),
        ({"all_pages": "page=all"}, "'all_pages' to what follows an address"),
        ({"name": "Kabar"}, "'name' to small letters"),
        ({"name": "warta"}, "'name' to its own name in small letters, e.g. name = \"kabar\""),
    ],
)
def test_a_bad_definition_is_refused_with_the_line_to_write(changes, message):
    with pytest.raises(ValueError, match=message):
        define(**changes)


def test_a_file_is_named_as_its_publisher():
    with pytest.raises(ValueError, match=r"Kabar must stand in crawler/spiders/kabar.py, not in warta.py"):
        define(__module__="crawler.spiders.warta")


def test_home_stands_for_the_homepage():
    assert define().feeds == ("https://kabar.id/rss",)


def test_a_base_without_name_is_no_publisher():
    assert type("Jaringan", (PublisherSpider,), {"network": "Jaringan"}).network == "Jaringan"


def test_record_of_a_publisher():
    assert publishers()["surya"] == Publisher(
        "surya", "Surya", "https://surabaya.tribunnews.com/", "Tribun Network", "Jawa Timur", "Asia/Jakarta", "id"
    )


def test_all_publishers_are_found():
    expected = {"antarajatim", "detikfinance", "kemenperin", "kompas", "surya", "tribunjatim"}
    assert expected <= set(spiders())


def test_hints_name_the_site():
    assert {"Surya", "Tribun Network", "Surya.co.id"} <= set(hints_for("surya").site_names)


def test_hints_for_an_unknown_publisher_are_plain():
    assert hints_for("tidak-ada").zone == "Asia/Jakarta"


# Addresses

ARTICLES = [
    ("surya", "https://surabaya.tribunnews.com/2019/07/03/pelatihan-ikm"),
    ("surya", "http://surabaya.tribunnews.com/2014/11/30/pelatihan-ikm"),
    ("surya", "https://surabaya.tribunnews.com/jawa-timur/1920867/pelatihan-ikm?page=2"),
    ("surya", "https://surabaya.tribunnews.com/bisnis/2025/06/08/pelatihan-ikm/"),
    ("tribunjatim", "https://jatim.tribunnews.com/2025/06/19/pelatihan-ikm-2-1"),
    ("antarajatim", "https://jatim.antaranews.com/berita/1081408/"),
    ("antarajatim", "https://jatim.antaranews.com/berita/1081408/kopi-bondowoso?utm_source=antaranews"),
    ("kompas", "https://money.kompas.com/read/2023/11/02/213419026/harga-tiket?page=all#page2"),
    ("kompas", "https://money.kompas.com/read/2016/01/05/101500226/Harga.Tiket.Naik"),
    ("detikfinance", "https://finance.detik.com/berita-ekonomi-bisnis/d-8501083/harga-emas-rp-15-000-gram"),
    ("kemenperin", "https://kemenperin.go.id/artikel/72482942/Presiden-Luncurkan-MoLiNas,-Menperin:-Momentum"),
    ("kemenperin", "http://www.kemenperin.go.id/artikel/19004/Kemenperin-Dorong-IKM"),
]


@pytest.mark.parametrize(("name", "url"), ARTICLES)
def test_an_article_is_known_by_its_address(name, url):
    assert spiders()[name].article_address(url) is not None


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("surya", "https://surabaya.tribunnews.com/"),
        ("surya", "https://surabaya.tribunnews.com/tag/ikm"),
        ("surya", "https://surabaya.tribunnews.com/index-news?page=2"),
        ("surya", "https://jatim.tribunnews.com/2019/07/03/pelatihan-ikm"),
        ("antarajatim", "https://jatim.antaranews.com/foto/1081408/kopi"),
        ("antarajatim", "https://www.antaranews.com/berita/1081408/kopi"),
        ("kompas", "https://money.kompas.com/tag/ikm"),
        ("kompas", "https://video.kompas.com/read/2023/11/02/213419026/harga-tiket"),
        ("detikfinance", "https://finance.detik.com/indeks"),
        ("kemenperin", "https://kemenperin.go.id/siaran-pers"),
        ("kemenperin", "javascript:void(0)"),
        ("kemenperin", "http://[x"),
    ],
)
def test_what_is_no_article(name, url):
    assert spiders()[name].article_address(url) is None


@pytest.mark.parametrize(("name", "url"), ARTICLES)
def test_spider_for_an_article(name, url):
    spider = spider_for(url)
    assert spider is not None
    assert spider.name == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://surabaya.tribunnews.com/amp/pelatihan", "surya"),
        ("https://agro.kemenperin.go.id/artikel/1-x", "kemenperin"),
        ("https://example.com/", None),
    ],
)
def test_spider_for_other_addresses(url, name):
    spider = spider_for(url)
    assert (spider and spider.name) == name


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://X.id/A/b?utm_source=x#top", "https://x.id/A/b"),
        ("//x.id/a", "https://x.id/a"),
        ("/a?b=1", "https://kabar.id/a"),
        (" https://x.id:443/a ", "https://x.id/a"),
        ("https://x.id", "https://x.id/"),
        ("https://x.id/Menperin:-Dorong,-IKM", "https://x.id/Menperin:-Dorong,-IKM"),
        ("https://x.id/a b", "https://x.id/a%20b"),
        ("mailto:a@x.id", ""),
        ("https://x.id:port/", ""),
    ],
)
def test_cleaned(url, expected):
    assert cleaned(url, "https://kabar.id/berita/") == expected


def test_cleaned_keeps_what_names_the_article():
    assert cleaned("https://x.id/baca?utm=1&id=7", kept=["id"]) == "https://x.id/baca?id=7"


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text):
    once = cleaned(text, "https://kabar.id/")
    assert once == "" or cleaned(once) == once


def test_http_of_the_same_site_is_https():
    assert upgraded("http://x.kabar.id/a", "https://kabar.id/") == "https://x.kabar.id/a"


def test_http_of_another_site_stays():
    assert upgraded("http://x.id/a", "https://kabar.id/") == "http://x.id/a"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://jatim.tribunnews.com/x", "tribunnews.com"),
        ("https://www.kemenperin.go.id/", "kemenperin.go.id"),
        ("https://surya.co.id/", "surya.co.id"),
        ("https://tirto.id/", "tirto.id"),
        ("https://m.tirto.id/", "tirto.id"),
    ],
)
def test_site(url, expected):
    assert site(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"), [("https://x.id", True), ("https://x.id/?a", True), ("https://x.id/a", False)]
)
def test_is_home(url, expected):
    assert is_home(url) is expected


PRIVATE = """
127.0.0.1 10.1.2.3 192.168.0.1 172.16.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1
::1 [::1] ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: fe80::1%eth0 fd00::1
localhost LOCALHOST. x.localhost server.local db.internal
"""


@pytest.mark.parametrize("host", PRIVATE.split())
def test_private_addresses(host):
    assert is_private(host)


@pytest.mark.parametrize("host", ["8.8.8.8", "2606:4700::1111", "surabaya.tribunnews.com", "64:ff9b::808:808"])
def test_public_addresses(host):
    assert not is_private(host)


# Index pages


def test_dated_index():
    days = [date(2026, 11, 19), date(2026, 11, 18)]
    assert dated("https://x.id/indeks?date={date:%m/%d/%Y}&page={page}", days) == [
        "https://x.id/indeks?date=11%2F19%2F2026&page={page}",
        "https://x.id/indeks?date=11%2F18%2F2026&page={page}",
    ]


@pytest.mark.parametrize(
    ("form", "page", "expected"),
    [
        ("https://x.id/e[/{page}]", 1, "https://x.id/e"),
        ("https://x.id/e[/{page}]", 2, "https://x.id/e/2"),
        ("https://x.id/e?page={page}", 1, "https://x.id/e?page=1"),
        ("https://x.id/e", 1, "https://x.id/e"),
        ("https://x.id/e", 2, None),
    ],
)
def test_pages_of_an_index(form, page, expected):
    assert numbered(form, page) == expected


@pytest.mark.parametrize(
    ("since", "last", "first", "count"),
    [
        (None, None, date(2026, 11, 13), 7),
        (None, date(2026, 11, 19), date(2026, 11, 18), 2),
        (None, date(2026, 11, 16), date(2026, 11, 15), 5),
        (None, date(2026, 1, 1), date(2026, 11, 13), 7),
        (date(2026, 11, 1), date(2026, 11, 19), date(2026, 11, 1), 19),
    ],
)
def test_days_of_an_index(since, last, first, count):
    days = index_days(date(2026, 11, 19), since, last)
    assert (days[0], days[-1], len(days)) == (date(2026, 11, 19), first, count)


def test_the_page_after_an_index_page():
    visit = next_page(Visit("https://x.id/e", "index", number=1, listed={"form": "https://x.id/e[/{page}]"}))
    assert visit == Visit("https://x.id/e/2", "index", number=2, listed={"form": "https://x.id/e[/{page}]"})


def test_no_page_after_the_last():
    last = Visit("https://x.id/e/9", "index", number=INDEX_PAGES, listed={"form": "https://x.id/e[/{page}]"})
    assert next_page(last) is None


def test_no_page_after_a_feed():
    assert next_page(Visit("https://x.id/rss", "feed")) is None


@pytest.mark.parametrize(
    ("url", "said", "expected"),
    [
        ("https://x.id/2026/11/18/a", {}, True),
        ("https://x.id/2026/11/19/a", {"published": "2026-11-01"}, False),
        ("https://x.id/a", {"published": "2026-11-18T23:00:00+07:00"}, True),
        ("https://x.id/a", {"modified": "2026-11-19"}, False),
        ("https://x.id/a", {}, False),
    ],
)
def test_older_than_since(url, said, expected):
    assert is_older(url, said, date(2026, 11, 19)) is expected


# Later pages of an article

FIRST = Visit("https://x.id/a", "article")


def test_later_pages_one_by_one():
    found = parts(FIRST, FIRST.url, ["https://x.id/a?page=2", "https://x.id/a?page=3"], "")
    assert [(part.url, part.article, part.number) for part in found] == [
        ("https://x.id/a?page=2", "https://x.id/a", 2),
        ("https://x.id/a?page=3", "https://x.id/a", 3),
    ]


def test_all_pages_on_one_where_the_network_has_that():
    found = parts(FIRST, FIRST.url, ["https://x.id/a?page=2"], "?page=all")
    assert found == [Visit("https://x.id/a?page=all", "part", FIRST.url, 0, {"later": ["https://x.id/a?page=2"]})]


def test_all_pages_on_one_where_the_page_links_it():
    found = parts(FIRST, FIRST.url, ["https://x.id/a?single=1"], "")
    assert found == [Visit("https://x.id/a?single=1", "part", FIRST.url, 0, {"later": []})]


def test_a_single_page_has_no_parts():
    assert parts(FIRST, FIRST.url, [FIRST.url], "?page=all") == []


def test_later_pages_instead_of_one_that_did_not_answer():
    whole = Visit("https://x.id/a?page=all", "part", FIRST.url, 0, {"later": ["https://x.id/a?page=2"]})
    assert parts_instead(whole) == [Visit("https://x.id/a?page=2", "part", FIRST.url, 2)]


def test_nothing_instead_of_a_first_page():
    assert parts_instead(FIRST) == []


# Listings

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title>
<item><title>Kopi &amp; teh</title><link>https://x.id/1?utm_source=rss</link>
<pubDate>Thu, 19 Nov 2026 08:00:00 +0700</pubDate></item>
<item><title>Teh</title><link></link><guid>https://x.id/2</guid></item></channel></rss>"""


def test_feed():
    assert listings.feed(FEED.encode(), "https://x.id/rss") == [
        Link("https://x.id/1?utm_source=rss", "Kopi & teh", "2026-11-19T01:00:00+00:00"),
        Link("https://x.id/2", "Teh"),
    ]


@pytest.mark.parametrize("body", [b"", b"<html><body>Halaman tidak ada</body></html>", b"/etc/passwd", b"\x00\xff"])
def test_what_is_no_feed_is_refused(body):
    with pytest.raises(ValueError, match="no feed"):
        listings.feed(body, "https://x.id/rss")


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://x.id/1 </loc><lastmod>2026-11-19T08:00:00</lastmod><news:news>
<news:publication><news:name>X</news:name></news:publication>
<news:publication_date>2026-11-19T07:00:00+07:00</news:publication_date>
<news:title>Kopi & teh</news:title></news:news></url>
<url><loc>/2</loc><lastmod>2026-11-18</lastmod></url><url><lastmod>kemarin</lastmod></url></urlset>"""


def test_sitemap():
    assert listings.sitemap(SITEMAP.encode(), "https://x.id/sitemap.xml", "Asia/Makassar") == [
        Link("https://x.id/1", "Kopi teh", "2026-11-19T07:00:00+07:00", "2026-11-19T08:00:00+08:00"),
        Link("https://x.id/2", modified="2026-11-18"),
    ]


def test_sitemap_of_sitemaps():
    body = b"<sitemapindex><sitemap><loc>https://x.id/1.xml</loc><lastmod>2026-11-18</lastmod></sitemap></sitemapindex>"
    assert listings.sitemap(body, "https://x.id/", "Asia/Jakarta") == [
        Link("https://x.id/1.xml", modified="2026-11-18", listing=True)
    ]


@pytest.mark.parametrize("body", [b"", b"<html><body>Halaman tidak ada</body></html>"])
def test_what_is_no_sitemap_is_refused(body):
    with pytest.raises(ValueError, match="no sitemap"):
        listings.sitemap(body, "https://x.id/", "Asia/Jakarta")


def test_entities_of_a_sitemap_are_not_followed():
    bomb = b'<!DOCTYPE u [<!ENTITY f SYSTEM "file:///etc/hostname">]><urlset><url><loc>https://x.id/&f;</loc></url></urlset>'
    assert [link.url for link in listings.sitemap(bomb, "https://x.id/", "Asia/Jakarta")] == ["https://x.id/"]


def test_index():
    body = b'<a href="/1">Kopi <b>naik</b></a><a href="/1">lagi</a><a href="#x">x</a><a href="javascript:x()">x</a><a href="http://[">x</a>'
    assert listings.index(body, "https://x.id/e") == [Link("https://x.id/1", "Kopi naik"), Link("javascript:x()", "x")]


def test_an_empty_index_has_no_links():
    assert listings.index(b" ", "https://x.id/e") == []


# Crawl-delay


@pytest.mark.parametrize(
    ("robots", "archive", "expected"),
    [
        (b"User-agent: *\nCrawl-delay: 7", [], 7),
        (b"User-agent: PantauIKM\nCrawl-delay: 5\n\nUser-agent: *\nCrawl-delay: 7", [], 5),
        (b"User-agent: *\nCrawl-delay: 600", [], 30),
        (b"User-agent: *\nCrawl-delay: 0.2", [], 1),
        (b"User-agent: *\nCrawl-delay: 7", ["a.warc"], 1),
        (b"User-agent: *\nDisallow: /tag", [], 1),
    ],
)
def test_the_delay_that_a_site_asks_for(robots, archive, expected):
    settings = Settings({"ROBOTSTXT_USER_AGENT": "PantauIKM", "DOWNLOAD_DELAY": 1, "ARCHIVE": archive})
    slot = SimpleNamespace(delay=1)
    downloader = SimpleNamespace(slots={"x.id": slot}, per_slot_settings={})
    signals = SimpleNamespace(connect=lambda *_, **__: None)
    crawler = SimpleNamespace(settings=settings, signals=signals, engine=SimpleNamespace(downloader=downloader))
    request = Request("https://x.id/1")
    CrawlDelay(crawler).parsed(ProtegoRobotParser(robots, None), request)
    assert (slot.delay, downloader.per_slot_settings.get("x.id", {"delay": 1})["delay"]) == (expected, expected)
