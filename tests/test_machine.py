"""The crawler over many runs: against a server of our own that remembers what it was asked, and out of archives."""

import gzip
import json
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile
from zoneinfo import ZoneInfo

import pytest

from crawler import backlog
from crawler.addresses import off_the_web
from crawler.store import articles_db
from tests.forked import Forks
from tests.test_crawl import CRAWL, PAGE, listing, outcome, rows, warc

TODAY = datetime.now(ZoneInfo("Asia/Jakarta")).date()  # from 17.00 UTC on a day ahead
Answer = tuple[int, dict[str, str], bytes]

RUN = """
import sys
from datetime import date
from pathlib import Path
from scrapy.crawler import AsyncCrawlerProcess
from crawler.registry import settings_for
from crawler.publisher import PublisherSpider

class Lokal(PublisherSpider):
    name = "lokal"
    title = "Lokal"
    homepage = "http://127.0.0.1:{port}/"
    confidence = "high"
    checked = "2026"
    keep = "all"
    article_pattern = r"{{home}}read/.*"
    {listings}

settings = settings_for(Path({db!r}), (), "kantor@kabar.id")
values = {{"DOWNLOAD_DELAY": 0, "RETRY_ENABLED": False, "PRIVATE_ADDRESSES": True, **{values!r}}}
settings.setdict(values, priority="cmdline")
process = AsyncCrawlerProcess(settings)
process.crawl(Lokal, since={since!r})
process.start()
"""


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    """Where all runs of this module take their process from."""
    with Forks() as forks:
        yield forks


class Site:
    """A site on this machine; `answers` may be changed between two runs."""

    def __init__(self, forks: Forks) -> None:
        self.forks = forks
        self.answers: dict[str, Answer | Callable[[str], Answer]] = {"/robots.txt": (404, {}, b"")}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                given = site.answers.get(self.path) or site.answers.get("*") or (404, {}, b"")
                status, headers, body = given(self.path) if callable(given) else given
                self.send_response(status)
                for name, value in {"Content-Type": "text/html", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.home = f"http://127.0.0.1:{self.server.server_port}/"

    def crawl(self, db: Path, listings: str, since: str | None = None, **values: object) -> list[str]:
        """One run; what the site was asked, but for robots.txt."""
        self.asked.clear()
        code = RUN.format(port=self.server.server_port, db=str(db), listings=listings, since=since, values=values)
        done = self.forks.run(code)
        assert done.returncode == 0, done.stderr
        return [path for path in self.asked if path != "/robots.txt"]

    def feed(self, *names: str) -> Answer:
        """A feed of these articles."""
        items = "".join(f"<item><link>{self.home}read/{name}</link></item>" for name in names)
        return 200, {"ETag": f'"{len(names)}"'}, f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()

    def index(self, *names: str) -> Answer:
        """An index page of these articles."""
        return 200, {}, "".join(f'<a href="/read/{name}">x</a>' for name in names).encode()


@pytest.fixture
def site(forks: Forks) -> Iterator[Site]:
    """A site for one test."""
    site = Site(forks)
    yield site
    site.server.shutdown()


def error(db: Path) -> str | None:
    """What the last run says went wrong."""
    found: str | None = rows(db, "select error from crawls order by id desc limit 1")[0][0]
    return found


# What a run asks for

BOTH = 'feeds = ("{home}rss",); indexes = ("{home}indeks",)'


def test_indexes_are_read_once_a_day_and_where_no_feed_answers(site, tmp_path):
    site.answers |= {"/rss": site.feed("1"), "/indeks": site.index("1", "2"), "*": (200, {}, PAGE)}
    assert sorted(site.crawl(tmp_path / "a.db", BOTH)) == ["/indeks", "/read/1", "/read/2", "/rss"]
    assert site.crawl(tmp_path / "a.db", BOTH) == ["/rss"]
    site.answers |= {"/rss": (500, {}, b""), "/indeks": site.index("1", "3")}
    assert sorted(site.crawl(tmp_path / "a.db", BOTH)) == ["/indeks", "/read/3", "/rss"]


def test_listings_are_asked_for_in_their_order(site, tmp_path):
    lines = 'indexes = ("{home}indeks",); sitemaps = ("{home}peta.xml",)'
    lines += '; news_sitemaps = ("{home}berita.xml",); feeds = ("{home}rss",)'
    empty = (200, {}, b"<urlset></urlset>")
    site.answers |= {"/rss": site.feed("1"), "/berita.xml": empty, "/peta.xml": empty, "/indeks": site.index("2")}
    site.answers["*"] = (200, {}, PAGE)
    # One at a time: of two that are under way while robots.txt is awaited, either may be the first to arrive.
    asked = site.crawl(tmp_path / "a.db", lines, CONCURRENT_REQUESTS=1)
    assert asked[:4] == ["/rss", "/berita.xml", "/peta.xml", "/indeks"]
    assert sorted(asked[4:]) == ["/read/1", "/read/2"]
    assert site.crawl(tmp_path / "a.db", lines, CONCURRENT_REQUESTS=1) == ["/rss", "/berita.xml"]


def test_an_article_whose_later_page_fails_is_completed_by_the_next_run(site, tmp_path):
    parts = [" ".join(f"Kalimat {n} bagian {p} tentang mebel." for n in range(14)) for p in (1, 2)]
    pager = '<div class="paging"><a href="/read/1?page=1">1</a><a href="/read/1?page=2">2</a></div>'
    pages = [f"<h1>Perajin Kopi Menambah Mesin</h1><div><p>{p}</p></div>{pager}".encode() for p in parts]
    site.answers |= {"/rss": site.feed("1"), "/read/1": (200, {}, pages[0]), "/read/1?page=2": (500, {}, b"")}
    lines, query = 'feeds = ("{home}rss",)', "select complete, pages, text from articles"
    site.crawl(tmp_path / "a.db", lines)
    assert rows(tmp_path / "a.db", query) == [(0, 2, parts[0])]
    site.answers["/read/1?page=2"] = (200, {}, pages[1])
    assert sorted(site.crawl(tmp_path / "a.db", lines)) == ["/read/1?page=2", "/rss"]
    assert rows(tmp_path / "a.db", query) == [(1, 2, f"{parts[0]}\n\n{parts[1]}")]


def test_what_a_feed_has_lost_is_found_on_the_sitemap_a_day_later(site, tmp_path):
    lines = 'feeds = ("{home}rss",); sitemaps = ("{home}peta.xml",)'
    known, lost = f"{site.home}read/1", f"{site.home}read/2"
    site.answers |= {"/rss": site.feed("1"), "/peta.xml": (200, {}, listing(known)), "*": (200, {}, PAGE)}
    site.crawl(tmp_path / "a.db", lines)
    site.answers["/peta.xml"] = (200, {}, listing(known, lost))
    change(tmp_path / "a.db", "update visits set visited = '2026-01-01T00:00:00+00:00' where kind = 'sitemap'")
    assert sorted(site.crawl(tmp_path / "a.db", lines)) == ["/peta.xml", "/read/2", "/rss"]


def change(db: Path, query: str) -> None:
    """Turn a clock back."""
    with sqlite3.connect(db) as connection:
        connection.execute(query)


def test_an_endless_index_ends(site, tmp_path):
    def trap(path: str) -> Answer:
        return site.index(path.rpartition("=")[2] + "-baru") if path.startswith("/indeks") else (404, {}, b"")

    site.answers["*"] = trap
    asked = site.crawl(tmp_path / "a.db", 'indexes = ("{home}indeks?hari={date:%Y-%m-%d}&hal={page}",)')
    assert 10 < len([path for path in asked if path.startswith("/indeks")]) <= 7 * 10  # INDEX_DAYS, INDEX_PAGES
    assert rows(tmp_path / "a.db", "select count(*) from visits where outcome is null") == [(0,)]


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/berita/{}/perajin-kopi-menambah-mesin", "none of 6 links that look like articles fits article_pattern"),
        ("/tag/perajin-kopi-{}-menambah-mesin", None),
        ("/read/{}", None),
    ],
)
def test_an_index_whose_articles_have_got_other_addresses_says_so(site, tmp_path, path, detail):
    links = "".join(f'<a href="{path.format(number)}">Perajin Kopi</a>' for number in range(100_001, 100_007))
    site.answers |= {"/indeks": (200, {}, links.encode()), "*": (200, {}, PAGE)}
    site.crawl(tmp_path / "a.db", 'indexes = ("{home}indeks",)')
    assert rows(tmp_path / "a.db", "select detail from visits where kind = 'index'") == [(detail,)]


def test_links_that_lead_off_the_web_are_counted_and_not_followed(site, tmp_path):
    bad = ("file:///etc/hostname", "javascript:x()", "http://127.0.0.1:1/read/1", "http://[", "data:text/html,x")
    links = "".join(f'<a href="{url}">x</a>' for url in bad).encode()
    site.answers["/indeks"] = (200, {}, links)
    assert site.crawl(tmp_path / "a.db", 'indexes = ("{home}indeks",)') == ["/indeks"]
    query = "select url, outcome from visits where kind = 'article' order by url"
    off = ("data:text/html,x", "file:///etc/hostname", "javascript:x()")
    assert rows(tmp_path / "a.db", query) == [(url, "not_article") for url in off]
    assert rows(tmp_path / "a.db", "select not_article from crawls") == [(3,)]


@pytest.mark.parametrize(
    ("url", "private", "expected"),
    [
        ("https://koran.id/read/1", False, False),
        ("http://127.0.0.1/read/1", False, True),
        ("http://127.0.0.1/read/1", True, False),
        ("http://[::ffff:10.0.0.1]/", False, True),
        ("http://169.254.169.254/latest", False, True),
        ("file:///etc/hostname", True, True),
        ("javascript:x()", True, True),
        ("http://[", False, True),
    ],
)
def test_what_is_off_the_public_web(url: str, private: bool, expected: bool) -> None:
    assert off_the_web(url, private) is expected


# Tags


def test_keywords_that_stand_on_every_page_of_a_site_become_no_tags(site, tmp_path):
    own = "umkm, kopi, portal warta desa"
    head = '<html><head><meta name="keywords" content="{}"></head>'

    def page(path: str) -> Answer:
        words = f"{own}, sangrai" if path == "/read/3" else own
        return 200, {}, PAGE.replace(b"<html>", head.format(words).encode())

    names = [str(number) for number in range(1, 13)]
    site.answers |= {"/rss": site.feed(*names[:10]), "*": page}
    site.crawl(tmp_path / "a.db", 'feeds = ("{home}rss",)')
    query = "select url, tags from articles where tags != '[]'"
    assert rows(tmp_path / "a.db", query) == [(f"{site.home}read/3", '["sangrai"]')]
    site.answers["/rss"] = site.feed(*names)
    site.crawl(tmp_path / "a.db", 'feeds = ("{home}rss",)')
    assert rows(tmp_path / "a.db", "select count(*) from articles") == [(12,)]
    assert len(rows(tmp_path / "a.db", query)) == 1


# Politeness


def test_retry_after_is_obeyed_and_then_the_crawl_goes_on_where_it_stood(site, tmp_path):
    db, lines = tmp_path / "a.db", 'feeds = ("{home}rss",)'
    site.answers |= {"/rss": site.feed(*"12345678"), "*": (429, {"Retry-After": "600"}, b"")}
    refused = len(site.crawl(db, lines, DOWNLOAD_DELAY=0.3)) - 1
    assert refused <= 3  # one may be on its way by then, and one in its place (CONCURRENT_REQUESTS)
    assert error(db) == "asked to wait 600 s (Retry-After)"
    assert site.crawl(db, lines) == []
    assert str(error(db)).startswith("left alone until ")
    change(db, "update backoffs set until = '2026-01-01T00:00:00+00:00'")
    site.answers["*"] = (200, {}, PAGE)
    site.crawl(db, lines)
    assert len(site.asked) - 2 == 8 - refused  # but for robots.txt and the feed


def test_a_run_keeps_to_its_ceiling_and_the_next_goes_on(site, tmp_path):
    site.answers |= {"/rss": site.feed("1", "2", "3"), "*": (200, {}, PAGE)}
    counts = [len(site.crawl(tmp_path / "a.db", 'feeds = ("{home}rss",)', REQUESTS_PER_RUN=3)) for _ in range(2)]
    assert counts == [3, 2]


# Gone and revised


def test_an_article_that_is_gone_stays_and_is_marked(site, tmp_path):
    site.answers |= {"/peta.xml": (200, {}, dated(site, "2026-01-01")), "*": (200, {}, PAGE)}
    lines = 'news_sitemaps = ("{home}peta.xml",)'
    site.crawl(tmp_path / "a.db", lines)
    site.answers |= {"/peta.xml": (200, {}, dated(site, "2999-01-01")), "*": (410, {}, b"")}
    site.crawl(tmp_path / "a.db", lines)
    query = "select gone is not null, length(text) > 100, changed from articles"
    assert rows(tmp_path / "a.db", query) == [(1, 1, 2)]
    site.answers |= {"/peta.xml": (200, {}, dated(site, "2999-01-02")), "*": (200, {}, PAGE)}
    site.crawl(tmp_path / "a.db", lines)
    assert rows(tmp_path / "a.db", "select gone from articles") == [(None,)]


def dated(site: Site, modified: str) -> bytes:
    """A sitemap of one article with a time of change."""
    entry = f"<url><loc>{site.home}read/1</loc><lastmod>{modified}</lastmod></url>"
    return f"<urlset>{entry}</urlset>".encode()


# Back in time

YEARS = 'sitemaps = ("{home}peta.xml",)'


@pytest.fixture
def past(site: Site) -> Site:
    """A site with a sitemap of this week, one of March 2025 and one of March 2020."""
    week = (TODAY - timedelta(days=1)).isoformat()
    months = {"kini": week, "2025": "2025-03-31", "2020": "2020-03-31"}
    index = "".join(
        f"<sitemap><loc>{site.home}{n}.xml</loc><lastmod>{d}</lastmod></sitemap>" for n, d in months.items()
    )
    site.answers["/peta.xml"] = (200, {"ETag": '"1"'}, f"<sitemapindex>{index}</sitemapindex>".encode())
    for name, day in months.items():
        urls = [f"{site.home}read/{day.replace('-', '/')}/{name}-{number}" for number in (1, 2)]
        site.answers[f"/{name}.xml"] = (200, {"ETag": '"1"'}, listing(*urls))
    site.answers["*"] = (200, {}, PAGE)
    return site


def read(asked: list[str]) -> set[str]:
    """The articles asked for."""
    return {path.rpartition("/")[2] for path in asked if path.startswith("/read/")}


def test_since_walks_back_so_far_and_no_further_and_once(past, tmp_path):
    assert read(past.crawl(tmp_path / "a.db", YEARS)) == {"kini-1", "kini-2"}
    asked = past.crawl(tmp_path / "a.db", YEARS, since="2025-01-01")
    assert (read(asked), "/2020.xml" in asked) == ({"2025-1", "2025-2"}, False)
    assert past.crawl(tmp_path / "a.db", YEARS, since="2025-01-01") == ["/peta.xml"]


def test_a_walk_that_was_cut_off_goes_on(past, tmp_path):
    first = past.crawl(tmp_path / "a.db", YEARS, since="2020-01-01", REQUESTS_PER_RUN=3)
    then = past.crawl(tmp_path / "a.db", YEARS, since="2020-01-01")
    assert read(first) | read(then) == {"kini-1", "kini-2", "2025-1", "2025-2", "2020-1", "2020-2"}
    assert read(first) & read(then) == set()


def test_dated_indexes_are_walked_once(site, tmp_path):
    site.answers["*"] = lambda path: site.index(path[-10:]) if path.startswith("/indeks") else (200, {}, PAGE)
    lines = 'indexes = ("{home}indeks?hari={date:%Y-%m-%d}",)'
    since = (TODAY - timedelta(days=20)).isoformat()
    first = site.crawl(tmp_path / "a.db", lines, since=since)
    again = site.crawl(tmp_path / "a.db", lines, since=since)
    assert [len([p for p in asked if p.startswith("/indeks")]) for asked in (first, again)] == [21, 2]


# Archives without listings

KOMPAS = "https://money.kompas.com/read/2026/10/0{0}/101500226/industri-{0}"
RECORDS = {
    KOMPAS.format(1): (200, [], PAGE),
    KOMPAS.format(2).replace("https", "http") + "?utm_source=rss": (200, [], PAGE.replace(b"Kopi", b"Teh")),
    KOMPAS.format(3) + "?page=2": (200, [], PAGE),
    KOMPAS.format(4): (404, [], b""),
    "https://surabaya.tribunnews.com/bisnis/1941301/kopi": (200, [], PAGE),
    "https://www.example.com/read/1": (200, [], PAGE),
}
STORED = {KOMPAS.format(1), KOMPAS.format(2), "https://surabaya.tribunnews.com/bisnis/1941301/kopi"}


Crawl = Callable[..., dict[str, dict]]


@pytest.fixture
def crawl(forks: Forks) -> Crawl:
    """Crawls from an archive; each publisher's result."""

    def run(db: Path, archive: Path, *names: str, **options: object) -> dict[str, dict]:
        code = CRAWL.format(patch="", names=list(names), db=str(db), archive=[str(archive)], options=options)
        done = forks.run(code)
        assert done.returncode == 0, done.stderr
        return {result["publisher"]: result for result in map(json.loads, done.stdout.splitlines())}

    return run


def stored(db: Path) -> set[str]:
    """The addresses of the articles."""
    return {row[0] for row in rows(db, "select url from articles")}


def test_every_article_of_known_publishers_is_read_out_of_an_archive_once(tmp_path, crawl):
    archive = warc(tmp_path / "cc.warc.gz", RECORDS)
    results = crawl(tmp_path / "a.db", archive)
    assert stored(tmp_path / "a.db") == STORED
    assert results["kompas"]["outcomes"] == {"stored": 2}
    again = crawl(tmp_path / "a.db", archive)
    assert {name: result["outcomes"] for name, result in again.items()} == {"kompas": {}, "surya": {}}


def test_an_archive_leaves_what_it_does_not_hold_to_the_live_web(tmp_path, crawl):
    archive = warc(tmp_path / "cc.warc.gz", RECORDS)
    waiting = "https://surabaya.tribunnews.com/bisnis/1941999/menunggu"
    articles_db(tmp_path / "a.db").close()
    change(
        tmp_path / "a.db",
        f"insert into visits (url, publisher, kind, found) values ('{waiting}', 'surya', 'article', '2026-11-19')",
    )
    crawl(tmp_path / "a.db", archive, "surya")
    assert outcome(tmp_path / "a.db", waiting) is None


def packed(path: Path, method: int) -> Path:
    """A WACZ of the records."""
    with ZipFile(path, "w", method) as out:
        out.writestr("datapackage.json", "{}")
        out.write(warc(path.with_suffix(".warc.gz"), RECORDS), "archive/data.warc.gz")
    return path


def test_a_wacz_is_read_as_an_archive(tmp_path, crawl):
    crawl(tmp_path / "a.db", packed(tmp_path / "cc.wacz", ZIP_STORED))
    assert stored(tmp_path / "a.db") == STORED


Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def pantau(forks: Forks) -> Command:
    """The command line over a folder of its own."""

    def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        code = f"import sys; sys.argv = {['pantau', *arguments]!r}\nfrom pantau.cli import main\nmain()"
        return forks.run(code, PANTAU_DATA=str(folder), PANTAU_CONFIG=str(folder / "none.toml"))

    return run


@pytest.fixture
def month(tmp_path: Path) -> Path:
    """A month of CC-NEWS: a list, two of the three archives that it names."""
    folder = tmp_path / "crawl-data/CC-NEWS/2026/10"
    folder.mkdir(parents=True)
    names = [f"crawl-data/CC-NEWS/2026/10/CC-NEWS-{number}.warc.gz" for number in (1, 2, 3)]
    urls = list(RECORDS)
    warc(tmp_path / names[0], {url: RECORDS[url] for url in urls[:3]})
    warc(tmp_path / names[1], {url: RECORDS[url] for url in urls[3:]})
    (folder / "warc.paths.gz").write_bytes(gzip.compress("\n".join(names).encode()))
    return folder / "warc.paths.gz"


def test_a_path_list_is_read_archive_by_archive_and_each_once(tmp_path, month, pantau):
    first = pantau(tmp_path / "data", "crawl", "--archive", str(month))
    assert first.returncode == 0, first.stderr
    assert stored(tmp_path / "data/articles.db") == STORED
    assert "1 of 3 archives are not here" in first.stderr
    again = pantau(tmp_path / "data", "crawl", "--archive", str(month))
    assert (again.returncode, again.stderr.count("was read before")) == (0, 2)


def test_lines_of_a_list_may_be_addresses_or_lie_beside_it(tmp_path, month):
    for file in month.parent.glob("*.warc.gz"):
        shutil.move(file, tmp_path / file.name)
    lines = ["https://data.commoncrawl.org/crawl-data/CC-NEWS/2026/10/CC-NEWS-1.warc.gz", "# lain", "CC-NEWS-2.warc.gz"]
    (tmp_path / "mine.paths").write_text("\n".join(lines))
    assert [file.name for file in backlog.archives(tmp_path / "mine.paths")] == [
        "CC-NEWS-1.warc.gz",
        "CC-NEWS-2.warc.gz",
    ]


def test_a_list_of_which_nothing_is_here_says_so(tmp_path):
    (tmp_path / "x.paths").write_text("a.warc.gz\n")
    with pytest.raises(ValueError, match=r"None of the 1 archives that .*x.paths names is here"):
        backlog.archives(tmp_path / "x.paths")


def test_a_wacz_packed_twice_is_refused(tmp_path, pantau):
    done = pantau(tmp_path / "data", "crawl", "--archive", str(packed(tmp_path / "cc.wacz", ZIP_DEFLATED)))
    assert (done.returncode, "packed again inside it" in done.stderr) == (2, True)


# What is kept


def test_of_what_is_not_relevant_title_time_and_address_remain(tmp_path, crawl):
    plain = PAGE.replace(b"Perajin", b"Sopir").replace(b"perajin", b"sopir")
    url = "https://surabaya.tribunnews.com/bisnis/1941301/kopi"
    crawl(tmp_path / "a.db", warc(tmp_path / "a.warc.gz", {url: (200, [], plain)}), "surya")
    assert rows(tmp_path / "a.db", "select title, text, kept from articles") == [("Sopir Kopi Menambah Mesin", "", 0)]
    assert (outcome(tmp_path / "a.db", url), rows(tmp_path / "a.db", "select count(*) from pages")) == (
        "not_relevant",
        [(0,)],
    )


def test_a_researchers_own_terms_keep_it(tmp_path, pantau):
    plain = PAGE.replace(b"Perajin", b"Sopir").replace(b"perajin", b"sopir")
    url = "https://surabaya.tribunnews.com/bisnis/1941301/kopi"
    (tmp_path / "own.toml").write_text('terms = ["mesin sangrai"]')
    archive = warc(tmp_path / "a.warc.gz", {url: (200, [], plain)})
    done = pantau(tmp_path / "data", "crawl", "surya", "--archive", str(archive), "--terms", str(tmp_path / "own.toml"))
    assert done.returncode == 0, done.stderr
    assert rows(tmp_path / "data/articles.db", "select kept from articles") == [(1,)]
