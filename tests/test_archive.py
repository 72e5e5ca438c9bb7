"""crawler/archive.py: what a spider is answered from web archives."""

import asyncio
import gzip
import io
from pathlib import Path

import pytest
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import Request, Response
from scrapy.settings import Settings
from scrapy.utils.test import get_crawler
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import ABSENT, ARCHIVED, ArchiveHandler, answer_from_archive, newest, taken

OLD, NEW = "2026-11-18T03:00:00Z", "2026-11-19T03:00:00Z"


def write(path: Path, *records: tuple) -> Path:
    """A WARC of (url, date, status, headers, body)."""
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=path.suffix == ".gz")
        for url, date, status, headers, body in records:
            http = StatusAndHeaders(f"{status} X", headers, protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=io.BytesIO(body), http_headers=http, warc_headers_dict={"WARC-Date": date}
                )
            )
    return path


def ask(path: Path | list[Path], url: str, **headers: str) -> Response:
    """What the handler answers to `url`."""
    paths = path if isinstance(path, list) else [path]
    crawler = get_crawler(settings_dict={"ARCHIVE": [str(p) for p in paths], "DOWNLOAD_MAXSIZE": 100_000})

    async def answer() -> Response:
        handler = ArchiveHandler(crawler)
        try:
            return await handler.download_request(
                Request(url, headers={k.replace("_", "-"): v for k, v in headers.items()})
            )
        finally:
            await handler.close()

    return asyncio.run(answer())


HTML = [("Content-Type", "text/html")]
PAGE = (
    "https://x.id/a",
    NEW,
    200,
    [*HTML, ("ETag", '"1"'), ("Last-Modified", "Thu, 19 Nov 2026 02:00:00 GMT")],
    b"<p>baru</p>",
)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_answers_with_the_record(tmp_path, name):
    answer = ask(write(tmp_path / name, PAGE), "https://x.id/a")
    assert (answer.status, answer.body, answer.flags) == (200, b"<p>baru</p>", [ARCHIVED])


def test_finds_a_record_behind_others(tmp_path):
    first = ("https://x.id/0", OLD, 200, HTML, b"x" * 5000)
    assert ask(write(tmp_path / "a.warc.gz", first, PAGE), "https://x.id/a").body == b"<p>baru</p>"


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
def test_the_newest_record_wins(tmp_path, order):
    bodies = {OLD: b"lama", NEW: b"baru"}
    records = [("https://x.id/a", date, 200, HTML, bodies[date]) for date in order]
    paths = [write(tmp_path / f"{number}.warc.gz", record) for number, record in enumerate(records)]
    assert ask(paths, "https://x.id/a").body == b"baru"


def test_an_address_that_is_not_there_is_absent(tmp_path):
    answer = ask(write(tmp_path / "a.warc.gz", PAGE), "https://x.id/robots.txt")
    assert (answer.status, answer.flags) == (404, [ABSENT])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If_None_Match": '"1"'}, 304),
        ({"If_None_Match": 'W/"1"'}, 304),
        ({"If_None_Match": '"2"'}, 200),
        ({"If_Modified_Since": "Thu, 19 Nov 2026 02:00:00 GMT"}, 304),
        ({"If_Modified_Since": "Thu, 19 Nov 2026 01:59:59 GMT"}, 200),
        ({"If_None_Match": '"2"', "If_Modified_Since": "Thu, 19 Nov 2026 02:00:00 GMT"}, 200),
        ({"If_Modified_Since": "kemarin"}, 200),
        ({}, 200),
    ],
)
def test_conditions(tmp_path, headers, status):
    assert ask(write(tmp_path / "a.warc.gz", PAGE), "https://x.id/a", **headers).status == status


def test_a_record_without_etag_gets_one(tmp_path):
    path = write(tmp_path / "a.warc.gz", ("https://x.id/a", NEW, 200, HTML, b"isi"))
    etag = ask(path, "https://x.id/a").headers["ETag"].decode()
    assert ask(path, "https://x.id/a", If_None_Match=etag).status == 304


def test_says_when_the_archive_took_it(tmp_path):
    assert taken(ask(write(tmp_path / "a.warc.gz", PAGE), "https://x.id/a")) == "2026-11-19T03:00:00+00:00"


def test_the_live_web_has_no_such_time():
    assert taken(Response("https://x.id/a", headers={"Memento-Datetime": "Thu, 19 Nov 2026 02:00:00 GMT"})) is None


def test_newest(tmp_path):
    old = ("https://x.id/0", OLD, 200, HTML, b"x")
    assert newest([str(write(tmp_path / "a.warc.gz", PAGE, old))]).isoformat() == "2026-11-19T03:00:00+00:00"


def test_a_chunked_record_is_put_together(tmp_path):
    record = ("https://x.id/a", NEW, 200, [*HTML, ("Transfer-Encoding", "chunked")], b"3\r\nisi\r\n0\r\n\r\n")
    answer = ask(write(tmp_path / "a.warc.gz", record), "https://x.id/a")
    assert (answer.body, "Transfer-Encoding" in answer.headers) == (b"isi", False)


def test_a_packed_body_keeps_its_encoding(tmp_path):
    record = ("https://x.id/a", NEW, 200, [*HTML, ("Content-Encoding", "gzip")], gzip.compress(b"isi"))
    assert ask(write(tmp_path / "a.warc.gz", record), "https://x.id/a").headers["Content-Encoding"] == b"gzip"


def test_a_body_kept_unpacked_loses_its_encoding(tmp_path):
    record = ("https://x.id/a", NEW, 200, [*HTML, ("Content-Encoding", "gzip")], b"<p>isi</p>")
    assert "Content-Encoding" not in ask(write(tmp_path / "a.warc.gz", record), "https://x.id/a").headers


def test_a_body_over_the_limit_is_refused(tmp_path):
    path = write(tmp_path / "a.warc.gz", ("https://x.id/a", NEW, 200, HTML, b"x" * 100_001))
    with pytest.raises(DownloadCancelledError, match="100000 bytes"):
        ask(path, "https://x.id/a")


def test_https_is_answered_by_an_old_page_of_http(tmp_path):
    path = write(tmp_path / "a.warc.gz", ("http://x.id/a", NEW, 200, HTML, b"isi"))
    assert ask(path, "https://x.id/a").body == b"isi"


def test_https_is_not_answered_by_a_redirect_of_http(tmp_path):
    path = write(tmp_path / "a.warc.gz", ("http://x.id/a", NEW, 301, [("Location", "https://x.id/a")], b""))
    assert ask(path, "https://x.id/a").status == 404


def test_redirects_are_answered_as_they_are(tmp_path):
    path = write(tmp_path / "a.warc.gz", ("https://x.id/a", NEW, 301, [("Location", "/b")], b""))
    assert ask(path, "https://x.id/a").headers["Location"] == b"/b"


def test_with_an_archive_nobody_is_spared_and_files_stay_barred():
    settings = Settings({"ARCHIVE": ["a"], "DOWNLOAD_DELAY": 1, "DOWNLOAD_HANDLERS": {"file": None}})
    answer_from_archive(settings)
    assert settings.getfloat("DOWNLOAD_DELAY") == 0
    assert settings.getdict("DOWNLOAD_HANDLERS") == {
        "file": None,
        "http": "crawler.archive.ArchiveHandler",
        "https": "crawler.archive.ArchiveHandler",
    }
