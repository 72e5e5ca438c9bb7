"""Whole crawls, each in a process of its own (a reactor runs once): the sample press, a kill, hostile pages."""

import gzip
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.crawl import crawl as crawl_here
from tests.site.press import write_archive

ROOT = Path(__file__).parent.parent
EXPECTED = tomllib.loads((ROOT / "tests/site/expected.toml").read_text(encoding="utf-8"))
PRESS = EXPECTED["publishers"]

# Crawls, and prints one line of JSON per result; PATCH comes before.
CRAWL = """
import dataclasses, json, sys
from pathlib import Path
{patch}
from crawler.crawl import crawl
results = crawl({names} or @, Path({db!r}), archive={archive!r}, **{options!r})
for result in results:
    print(json.dumps(dataclasses.asdict(result)))
""".replace("@", repr(sorted(PRESS)))


def run(code: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a fresh process."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PANTAU_")}
    env |= {"PYTHONPATH": str(cwd), **environment}
    return subprocess.run([sys.executable, "-c", code], cwd=cwd, env=env, capture_output=True, text=True, timeout=60)


def crawl(db: Path, archive: Path, *names: str, patch: str = "", **options: Any) -> dict[str, dict]:
    """Crawl in a fresh process; each publisher's result."""
    code = CRAWL.format(patch=patch, names=list(names), db=str(db), archive=[str(archive)], options=options)
    done = run(code)
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    return {result["publisher"]: result for result in results}


def rows(db: Path, query: str, *values: object) -> list[tuple]:
    """The rows of a query."""
    connection = sqlite3.connect(db)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


def outcome(db: Path, url: str) -> str | None:
    """How an address ended; None when it was never found."""
    found = rows(db, "select outcome from visits where url = ?", url)
    return found[0][0] if found else None


# The sample press


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The web archives of both editions."""
    folder = tmp_path_factory.mktemp("press")
    archives = {edition: folder / f"press{edition}.warc.gz" for edition in (1, 2)}
    for edition, path in archives.items():
        write_archive(path, edition)
    return archives


@pytest.fixture(scope="session")
def first(editions: dict[int, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, dict]]:
    """The database and results of a crawl of edition 1 into nothing."""
    db = tmp_path_factory.mktemp("first") / "articles.db"
    return db, crawl(db, editions[1])


@pytest.fixture(scope="session")
def again(editions: dict[int, Path], first: tuple, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """A second crawl of edition 1."""
    db = tmp_path_factory.mktemp("again") / "articles.db"
    shutil.copy(first[0], db)
    return db, crawl(db, editions[1])


@pytest.fixture(scope="session")
def second(editions: dict[int, Path], first: tuple, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """A crawl of edition 2 after one of edition 1."""
    db = tmp_path_factory.mktemp("second") / "articles.db"
    shutil.copy(first[0], db)
    return db, crawl(db, editions[2])


@pytest.mark.parametrize("name", PRESS)
def test_the_articles_of_the_press_are_stored(first, name):
    stored = {row[0] for row in rows(first[0], "select url from articles where publisher = ?", name)}
    listed = set(PRESS[name]["stored"])
    galleries = {case["url"] for case in EXPECTED["cases"] if "gallery" in case["what"]}
    assert stored - galleries == listed


@pytest.mark.parametrize("case", EXPECTED["cases"], ids=lambda case: case["what"])
def test_special_cases(first, case):
    if "gallery" in case["what"]:
        pytest.skip("what a gallery is, is for tests of extraction to say")
    assert outcome(first[0], case["url"]) == case["first"]


@pytest.mark.parametrize(
    "case", [case for case in EXPECTED["cases"] if "pages" in case], ids=lambda case: case["url"][8:25]
)
def test_pages_of_an_article_are_joined(first, case):
    assert rows(first[0], "select pages, complete from articles where url = ?", case["url"]) == [(case["pages"], 1)]


@pytest.mark.parametrize("name", PRESS)
def test_every_address_has_one_counted_outcome(first, name):
    db, results = first
    counted = rows(db, "select outcome, count(*) from visits where publisher = ? group by outcome", name)
    assert dict(counted) == results[name]["outcomes"]


def test_no_publisher_failed(first):
    assert [result["error"] for result in first[1].values()] == [None] * len(PRESS)


def test_pages_carry_the_time_of_the_archive(first):
    assert rows(first[0], "select distinct fetched from pages") == [("2026-11-19T03:00:00+00:00",)]


def test_publishers_are_recorded(first):
    assert {row[0] for row in rows(first[0], "select name from publishers")} == set(PRESS)


@pytest.mark.parametrize("name", PRESS)
def test_a_second_crawl_asks_for_listings_only_and_all_answer_304(again, name):
    assert set(again[1][name]["outcomes"]) == {"unchanged"}
    query = "select count(*) from visits where publisher = ? and kind in ('article', 'part') and crawl > ?"
    assert rows(again[0], query, name, len(PRESS)) == [(0,)]


@pytest.mark.parametrize("name", PRESS)
def test_new_articles_of_the_next_day(first, second, name):
    before, after = (
        {row[0] for row in rows(db, "select url from articles where publisher = ?", name)}
        for db in (first[0], second[0])
    )
    assert after - before == set(PRESS[name]["added"])


@pytest.mark.parametrize(
    "case", [case for case in EXPECTED["cases"] if "second" in case], ids=lambda case: case["what"]
)
def test_special_cases_of_the_next_day(second, case):
    assert outcome(second[0], case["url"]) == case["second"]


def test_a_correction_keeps_the_former_text(first, second):
    (case,) = [case for case in EXPECTED["cases"] if case.get("second") == "revised"]
    query = "select r.text from revisions r join articles a on a.id = r.article where a.url = ?"
    assert rows(second[0], query, case["url"]) == rows(first[0], "select text from articles where url = ?", case["url"])


def test_since_leaves_out_what_is_older(editions, tmp_path):
    patch = "import datetime"
    code = CRAWL.format(patch=patch, names=["surya"], db=str(tmp_path / "a.db"), archive=[str(editions[1])], options={})
    done = run(code.replace("**{}", "since=datetime.date(2026, 11, 1)"))
    assert done.returncode == 0, done.stderr
    assert rows(tmp_path / "a.db", "select min(substr(published, 1, 10)) >= '2026-11-01' from articles") == [(1,)]


def test_limit_leaves_the_rest_in_the_frontier(editions, tmp_path):
    crawl(tmp_path / "a.db", editions[1], "surya", limit=2)
    asked = rows(tmp_path / "a.db", "select count(*) from visits where kind = 'article' and outcome is not null")
    crawl(tmp_path / "a.db", editions[1], "surya")
    stored = {row[0] for row in rows(tmp_path / "a.db", "select url from articles")}
    assert (asked, stored) == ([(2,)], set(PRESS["surya"]["stored"]))


def test_progress_is_told(editions, tmp_path):
    patch = "seen = []"
    code = CRAWL.format(patch=patch, names=["surya"], db=str(tmp_path / "a.db"), archive=[str(editions[1])], options={})
    code = code.replace("**{}", "progress=lambda *told: seen.append(told)") + "\nprint(json.dumps(seen))"
    told = json.loads(run(code).stdout.splitlines()[-1])
    number = len(PRESS["surya"]["stored"])
    requests = rows(tmp_path / "a.db", "select count(*) from visits")[0][0]
    assert [step for step in told if step[1] == "fetch"][-1] == ["surya", "fetch", requests, requests]
    assert told[-1] == ["surya", "read", number, number]


# A kill at any moment

KILL = """
import os, signal
from crawler import {module} as module
owner, name, count = {owner}, {name!r}, [0]
inner = getattr(owner, name)
def killed(*args, **kwargs):
    count[0] += 1
    if {before} and count[0] == {number}:
        os.kill(os.getpid(), signal.SIGKILL)
    result = inner(*args, **kwargs)
    if count[0] == {number}:
        os.kill(os.getpid(), signal.SIGKILL)
    return result
setattr(owner, name, killed)
"""


@pytest.mark.parametrize(
    ("module", "owner", "name", "number", "before"),
    [
        ("frontier", "module.Frontier", "listed", 3, False),  # a listing is written, its articles not asked for
        ("frontier", "module.Frontier", "received", 5, True),  # a page is here but not written
        ("frontier", "module.Frontier", "received", 5, False),
        ("shelf", "module", "put", 6, True),  # articles are read but not written
        ("frontier", "module.Frontier", "close", 2, True),  # all is written but the run's row
    ],
    ids=["listing", "before a page", "after a page", "reading", "closing"],
)
def test_a_killed_crawl_ends_with_the_same_articles(editions, first, tmp_path, module, owner, name, number, before):
    db = tmp_path / "articles.db"
    patch = KILL.format(module=module, owner=owner, name=name, number=number, before=before)
    code = CRAWL.format(patch=patch, names=["surya", "kompas"], db=str(db), archive=[str(editions[1])], options={})
    assert run(code).returncode == -9
    crawl(db, editions[1], "surya", "kompas")
    query = "select url, text, pages, complete from articles where publisher in ('surya', 'kompas') order by url"
    assert rows(db, query) == rows(first[0], query)
    assert {row[0] for row in rows(db, "select error from crawls where ended is null")} == {"interrupted"}


# Hostile and odd answers

HOST = "https://surabaya.tribunnews.com"
ROBOTS = b"User-agent: *\nDisallow: /rahasia/\n"
TEXT = "Perajin kopi di Desa Sumber menambah mesin sangrai. Kini lima kilogram biji selesai dalam satu jam saja. "
HEAD = "<h1>Perajin Kopi Menambah Mesin</h1>"
PAGE = f"<html><body>{HEAD}<div><p>{TEXT * 4}</p><p>{TEXT * 3}</p></div></body></html>".encode()
HANG = b"<html><body><p " + b" ".join(b"a%d" % number for number in range(100_000)) + b">x</p></body></html>"
DEEP = b"<html><body>" + b"<div>" * 100_000 + b"<p>" + TEXT.encode() * 5 + b"</p></body></html>"
MISLABELLED = PAGE.replace(b"Desa Sumber", b"Desa \xd0\xa1\x00umber \xe9 \xff")  # no UTF-8, with a NUL
BOMB = gzip.compress(b"<p>" + b"0" * 30_000_000)
ANSWERS: dict[str, tuple[int, list[tuple[str, str]], bytes, str]] = {
    # address: status, headers, body, outcome
    "/bisnis/1000001/baik": (200, [], PAGE, "stored"),
    "/bisnis/1000002/menggantung": (200, [], HANG, "broken"),
    "/bisnis/1000003/bom": (200, [("Content-Encoding", "gzip")], BOMB, "too_large"),
    "/bisnis/1000004/terlalu-besar": (200, [], b"x" * 6_000_000, "too_large"),
    "/bisnis/1000005/dilarang": (403, [], b"", "blocked"),
    "/bisnis/1000006/terlalu-sering": (429, [], b"", "blocked"),
    "/bisnis/1000007/hilang": (410, [], b"", "gone"),
    "/bisnis/1000008/rusak": (500, [], b"", "broken"),
    "/bisnis/1000009/berputar": (302, [("Location", "/bisnis/1000009/berputar")], b"", "broken"),
    "/bisnis/1000010/ke-beranda": (301, [("Location", "/")], b"", "gone"),
    "/bisnis/1000011/ke-dalam": (302, [("Location", "http://127.0.0.1/admin")], b"", "broken"),
    "/bisnis/1000012/ke-berkas": (302, [("Location", "file:///etc/hostname")], b"", "broken"),
    "/bisnis/1000019/ke-naskah": (302, [("Location", "javascript:alert(1)")], b"", "broken"),
    "/bisnis/1000020/ke-jaringan": (301, [("Location", "http://192.168.1.1/router")], b"", "broken"),
    "/bisnis/1000021/ke-awan": (302, [("Location", "http://169.254.169.254/latest/meta-data")], b"", "broken"),
    "/bisnis/1000022/ke-diri": (302, [("Location", "http://[::1]/admin")], b"", "broken"),
    "/bisnis/1000023/ke-nama": (302, [("Location", "http://localhost/admin")], b"", "broken"),
    "/bisnis/1000024/ke-data": (302, [("Location", "data:text/html,<h1>x</h1>")], b"", "broken"),
    "/rahasia/1000013/terlarang": (200, [], PAGE, "robots"),
    "/bisnis/1000014/gambar": (200, [("Content-Type", "image/png")], b"\x89PNG\r\n\x1a\n\x00", "not_article"),
    "/bisnis/1000015/kosong": (200, [], b"", "broken"),
    "/bisnis/1000017/dalam": (200, [], DEEP, "not_article"),
    "/bisnis/1000018/salah-aksara": (200, [("Content-Type", "text/html; charset=utf-16")], MISLABELLED, "stored"),
    "/bisnis/1000016/pindah": (301, [("Location", "/bisnis/1000001/baik")], b"", "duplicate"),
}


def warc(path: Path, answers: dict[str, tuple[int, list[tuple[str, str]], bytes]]) -> Path:
    """A web archive of these answers, by address."""
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for url, (status, headers, body) in answers.items():
            kind = [] if any(name == "Content-Type" for name, _ in headers) else [("Content-Type", "text/html")]
            http = StatusAndHeaders(f"{status} X", [*kind, *headers], protocol="HTTP/1.1")
            date = {"WARC-Date": "2026-11-19T03:00:00Z"}
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=http, warc_headers_dict=date
            )
            writer.write_record(record)
    return path


def listing(*urls: str) -> bytes:
    """A sitemap of these addresses."""
    entries = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'.encode()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """The database and result of a crawl of all ANSWERS."""
    folder = tmp_path_factory.mktemp("hostile")
    answers: dict = {HOST + path: answer[:3] for path, answer in ANSWERS.items()}
    answers[f"{HOST}/sitemap.xml"] = (200, [], listing(*answers))
    answers[f"{HOST}/robots.txt"] = (200, [], ROBOTS)
    answers[f"{HOST}/"] = (200, [], b"<html><body>Beranda</body></html>")
    answers["http://127.0.0.1/admin"] = answers["http://localhost/admin"] = (200, [], PAGE)
    answers["http://[::1]/admin"] = answers["http://192.168.1.1/router"] = (200, [], PAGE)
    patch = "from crawler import reading\nreading.READ_SECONDS = 0.5"
    return folder / "a.db", crawl(folder / "a.db", warc(folder / "a.warc.gz", answers), "surya", patch=patch)["surya"]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_ends_in_its_outcome(hostile, path):
    assert outcome(hostile[0], HOST + path) == ANSWERS[path][3]


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/bisnis/1000002/menggantung", "over the time limit"),
        ("/bisnis/1000009/berputar", "IgnoreRequest: max redirections reached"),
        ("/bisnis/1000010/ke-beranda", f"redirected to the home page {HOST}/"),
        ("/bisnis/1000011/ke-dalam", "refused: 127.0.0.1 is not on the public web"),
        ("/bisnis/1000020/ke-jaringan", "refused: 192.168.1.1 is not on the public web"),
        ("/bisnis/1000021/ke-awan", "refused: 169.254.169.254 is not on the public web"),
        ("/bisnis/1000022/ke-diri", "refused: ::1 is not on the public web"),
        ("/bisnis/1000023/ke-nama", "refused: localhost is not on the public web"),
        ("/bisnis/1000014/gambar", "image/png"),
    ],
)
def test_an_outcome_says_why(hostile, path, detail):
    assert rows(hostile[0], "select detail from visits where url = ?", HOST + path) == [(detail,)]


LINKS = ["file:///etc/hostname", "javascript:alert(1)", "http://10.0.0.7/read/1", "http://[::1]/read/1", "data:,x"]


def test_links_off_the_public_web_are_counted_and_never_asked_for(tmp_path):
    answers: dict = {f"{HOST}/sitemap.xml": (200, [], listing(*LINKS))}
    result = crawl(tmp_path / "a.db", warc(tmp_path / "a.warc.gz", answers), "surya")["surya"]
    query = "select url, outcome, visited, detail from visits where kind = 'article'"
    assert sorted(rows(tmp_path / "a.db", query)) == [
        (url, "not_article", None, "refused: not on the public web") for url in sorted(LINKS)
    ]
    assert result["outcomes"]["not_article"] == len(LINKS)


def test_outcomes_of_odd_answers_are_counted_once(hostile):
    db, result = hostile
    assert sum(result["outcomes"].values()) == rows(db, "select count(*) from visits")[0][0]


def test_a_site_that_refuses_again_and_again_is_left_alone(tmp_path):
    urls = [f"{HOST}/bisnis/20000{number}/a" for number in range(10, 50)]
    answers: dict = {url: (403, [], b"") for url in urls}
    answers[f"{HOST}/sitemap.xml"] = (200, [], listing(*urls))
    result = crawl(tmp_path / "a.db", warc(tmp_path / "a.warc.gz", answers), "surya")["surya"]
    assert result["error"] == "5 refusals in a row"
    ended = result["outcomes"]
    assert (ended["blocked"] + ended["unanswered"], ended["unanswered"] > 0) == (40, True)


def test_a_publisher_without_any_listing_says_so_and_stops_no_other(editions, tmp_path):
    answers: dict = {f"{HOST}/sitemap.xml": (500, [], b"")}
    results = crawl(tmp_path / "a.db", warc(tmp_path / "a.warc.gz", answers), "surya", "kemenperin")
    assert results["surya"]["error"].startswith("no listing could be read")


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("surya", {}, "^No contact address"),
        ("entah", {}, "^No publisher is called entah; `scrapy list` names all of them$"),
        ("suryya", {}, r"^No publisher is called suryya; did you mean surya.*\?$"),
        ("surya", {"archive": ["tidak-ada.warc"]}, "^No such archive: tidak-ada.warc$"),
        ("surya", {"archive": [__file__]}, "^No web archive: .*test_crawl.py"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_and_writes_nothing(tmp_path, name, options, message):
    with pytest.raises(ValueError, match=message):
        crawl_here([name], tmp_path / "a.db", **options)
    assert list(tmp_path.iterdir()) == []


# The live web, from a server of our own

LIVE = """
import sys
from pathlib import Path
from scrapy.crawler import AsyncCrawlerProcess
from crawler.registry import settings_for
from crawler.publisher import PublisherSpider

class Lokal(PublisherSpider):
    name = "lokal"
    title = "Lokal"
    homepage = "http://{host}:{port}/"
    confidence = "high"
    checked = "2026"
    news_sitemaps = ("{{home}}sitemap.xml",)
    article_pattern = r"{{home}}read/.*"

settings = settings_for(Path({db!r}), (), {contact!r})
settings.setdict({values!r}, priority="cmdline")
process = AsyncCrawlerProcess(settings)
process.crawl(Lokal)
process.start()
"""


class Server(ThreadingHTTPServer):
    """Answers a sitemap of one article, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.leads: str | None = None  # where the article redirects to


class Handler(BaseHTTPRequestHandler):
    """One answer."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        home = f"http://{self.headers['Host']}/"
        bodies = {"/sitemap.xml": listing(f"{home}read/1"), "/read/1": PAGE, "/robots.txt": b""}
        known = self.headers.get("If-None-Match") == '"1"'
        leads = self.server.leads if self.path == "/read/1" else None
        self.send_response(302 if leads else 304 if known else 200)
        if leads:
            self.send_header("Location", leads)
        self.send_header("ETag", '"1"')
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        if not known:
            self.wfile.write(bodies[self.path])

    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server on this machine."""
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server for one test."""
    with serving() as server:
        yield server


def live(
    server: Server,
    db: Path,
    host: str = "127.0.0.1",
    contact: str = "kantor@kabar.id",
    patch: str = "",
    **values: object,
) -> str:
    """Crawl the server with the live settings but for `values`; what was logged."""
    values = {"DOWNLOAD_DELAY": 0, "RETRY_ENABLED": False, "LOG_INSTALL_ROOT_HANDLER": True, **values}
    done = run(patch + LIVE.format(host=host, port=server.server_port, db=str(db), contact=contact, values=values))
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, dict[str, str]]]:
    """What a server was asked by two live crawls."""
    db = tmp_path_factory.mktemp("live") / "a.db"
    with serving() as server:
        for _ in range(2):
            live(server, db, PRIVATE_ADDRESSES=True)
    return server.asked


def test_a_live_crawl_says_who_it_is(twice):
    agents = {headers["User-Agent"] for _, headers in twice}
    assert len(agents) == 1
    assert agents.pop().endswith("; +kantor@kabar.id)")


def test_a_second_live_crawl_asks_for_the_listing_only(twice):
    paths = ["/robots.txt", "/sitemap.xml", "/read/1", "/robots.txt", "/sitemap.xml"]
    assert [path for path, _ in twice] == paths
    assert twice[-1][1]["If-None-Match"] == '"1"'


# 127.1 is no address to the middleware, but the resolver makes one of it, as of any name.
HOSTS = {"number": "127.0.0.1", "resolver": "127.1"}


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
def test_a_private_address_is_never_asked(server, tmp_path, host):
    live(server, tmp_path / "a.db", host)
    assert server.asked == []
    assert rows(tmp_path / "a.db", "select outcome from visits") == [("broken",)]


def test_a_private_address_answers_where_it_is_allowed(server, tmp_path):
    live(server, tmp_path / "a.db", HOSTS["resolver"], PRIVATE_ADDRESSES=True)
    assert rows(tmp_path / "a.db", "select outcome from visits where kind = 'article'") == [("stored",)]


def test_a_live_crawl_without_contact_refuses_in_one_line(server, tmp_path):
    log = live(server, tmp_path / "a.db", contact="", PRIVATE_ADDRESSES=True)
    assert server.asked == []
    (line,) = [line for line in log.splitlines() if "] ERROR: " in line]
    assert "No contact address" in line


WITHIN = """
from crawler import addresses, middlewares
addresses.is_private = middlewares.is_private = lambda host: host == "127.0.0.2"  # the first server is the public web
"""


def test_a_redirect_into_the_network_is_refused_before_anybody_is_asked(server, tmp_path):
    within = ThreadingHTTPServer(("127.0.0.2", 0), Handler)
    within.asked = []  # type: ignore[attr-defined]
    threading.Thread(target=within.serve_forever, daemon=True).start()
    server.leads = f"http://127.0.0.2:{within.server_port}/read/1"
    live(server, tmp_path / "a.db", patch=WITHIN)
    within.shutdown()
    assert [path for path, _ in server.asked] == ["/robots.txt", "/sitemap.xml", "/read/1"]
    assert within.asked == []  # type: ignore[attr-defined]
    query = "select outcome, detail from visits where kind = 'article'"
    assert rows(tmp_path / "a.db", query) == [("broken", "refused: 127.0.0.2 is not on the public web")]
    assert rows(tmp_path / "a.db", "select broken from crawls") == [(1,)]


# Scrapy's own commands


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the crawler, to add spiders to."""
    shutil.copytree(ROOT / "crawler", tmp_path / "crawler", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "scrapy.cfg", tmp_path)
    return tmp_path


def scrapy(project: Path, *args: str, **environment: str) -> str:
    """What a Scrapy command prints."""
    done = run(f"from scrapy.cmdline import execute\nexecute({['scrapy', *args]!r})", project, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_generated_spider_works(project):
    scrapy(project, "genspider", "-t", "publisher", "warta_desa", "wartadesa.id")
    assert "warta_desa" in scrapy(project, "list").split()
    url = "https://wartadesa.id/2026/11/19/perajin-kopi-menambah-mesin"
    answers: dict = {url: (200, [], PAGE), "https://wartadesa.id/": (200, [], f'<a href="{url}">Kopi</a>'.encode())}
    archive = warc(project / "a.warc.gz", answers)
    scrapy(project, "crawl", "warta_desa", PANTAU_ARCHIVE=str(archive), PANTAU_DATA=str(project / "data"))
    assert rows(project / "data/articles.db", "select url, publisher from articles") == [(url, "warta_desa")]


def test_a_generated_class_is_named_as_its_file(project):
    scrapy(project, "genspider", "-t", "publisher", "warta_desa", "wartadesa.id")
    assert "class WartaDesa(PublisherSpider):" in (project / "crawler/spiders/warta_desa.py").read_text()


def test_a_generated_spider_reads_the_sitemap_named(project):
    scrapy(project, "genspider", "-t", "publisher", "warta_desa", "https://wartadesa.id/sitemap-news.xml")
    assert 'news_sitemaps = ("{home}sitemap-news.xml",)' in (project / "crawler/spiders/warta_desa.py").read_text()


def test_a_generated_record_has_blanks_for_what_a_reader_sees(project):
    scrapy(project, "genspider", "-t", "publisher", "warta_desa", "wartadesa.id")
    article = json.loads((project / "tests/pages/warta_desa/first.json").read_text())["article"]
    assert (article["publisher"], article["title"], article["published"]) == ("warta_desa", "?", "?")


def test_a_page_given_is_kept(project):
    (project / "page.html").write_bytes(PAGE)
    scrapy(project, "genspider", "-t", "publisher", "warta_desa", "wartadesa.id", "--page", "page.html")
    assert (project / "tests/pages/warta_desa/first.html").read_bytes() == PAGE


def test_a_page_not_given_is_asked_for(project):
    printed = scrapy(project, "genspider", "-t", "publisher", "warta_desa", "wartadesa.id")
    assert "scrapy fetch --nolog --spider=warta_desa ADDRESS > tests/pages/warta_desa/first.html" in printed


def test_what_a_generated_spider_still_misses_fails_by_name(project):
    scrapy(project, "genspider", "-t", "publisher", "warta_desa", "wartadesa.id")
    for name in ("pages", "publishers"):
        shutil.copytree(ROOT / "tests" / name, project / "tests" / name, dirs_exist_ok=True)
    shutil.copy(ROOT / "tests/test_publishers.py", project / "tests")
    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_publishers.py", "-k", "warta_desa"]
    done = subprocess.run([sys.executable, *command], cwd=project, capture_output=True, text=True)
    missing = (
        'seen = ("https://…",)',
        "warta_desa/first.json: write what a reader sees in place of each '?'",
        "tests/pages/warta_desa/first.html: save the article's page there",
    )
    assert [line for line in missing if line not in done.stdout] == []


def test_only_publishers_in_the_archive_are_crawled(editions, tmp_path):
    assert set(crawl(tmp_path / "a.db", editions[1], "surya", "kontan")) == {"surya"}


def test_an_archive_of_none_of_them_is_refused(editions, tmp_path):
    code = CRAWL.format(patch="", names=["kontan"], db=str(tmp_path / "a.db"), archive=[str(editions[1])], options={})
    assert "The archive holds no page of kontan" in run(code).stderr
