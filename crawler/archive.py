"""Answers spiders from web archives (WARC, WACZ) in place of the live web: demonstration, tests, researchers' backfill.

One mechanism for two uses. A spider asks for its listings where the archive holds them, as on the live web. When all
else has ended it asks for the articles of its publisher that the archive holds and no listing named (plan.archived):
so the archives of Common Crawl, which have no listings, are read by the same way to the same outcomes.

FastWARC, since it reads a gigabyte in 4 s (warcio 11). Packed archives must be packed record by record, as
all crawlers do.
"""

import hashlib
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import Headers, Request, Response
from scrapy.responsetypes import responsetypes
from scrapy.settings import BaseSettings
from w3lib.url import safe_url_string

ARCHIVED, ABSENT = "archive", "absent"  # flags of a response: out of an archive, not in any
NO_BODY = frozenset({204, 304})
LATER = re.compile(r"[?&](?:page|halaman|hal|p)=\d")  # a later page of an article
ZIP_HEADER = 30  # bytes of a member's header before its name (PKWARE APPNOTE 4.3.7)
PACKED = {b"gzip": b"\x1f\x8b", b"zstd": b"\x28\xb5\x2f\xfd"}  # how a body begins that is packed as its header says


@dataclass(frozen=True)
class Place:
    """Where the newest answer to an address lies."""

    path: str
    offset: int
    taken: datetime  # UTC
    status: int


def answer_from_archive(settings: BaseSettings) -> None:
    """Answer http and https from the archives of setting ARCHIVE; nobody is asked, so nobody has to be spared."""
    handlers = {
        **settings.getdict("DOWNLOAD_HANDLERS"),
        **dict.fromkeys(("http", "https"), "crawler.archive.ArchiveHandler"),
    }
    values = {
        "DOWNLOAD_HANDLERS": handlers,
        "DOWNLOAD_DELAY": 0,
        "CONCURRENT_REQUESTS": 16,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "RETRY_ENABLED": False,
    }
    for name, value in values.items():
        settings.set(name, value, priority="cmdline")


def places(paths: Sequence[str]) -> dict[str, Place]:
    """Address -> its newest answer in these archives. Read once a process, as long as the files stay as they are."""
    return _places(_stamped(paths))


def _stamped(paths: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple((path, Path(path).stat().st_mtime_ns) for path in paths)


@lru_cache(maxsize=4)
def _places(stamped: tuple[tuple[str, int], ...]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for path, _ in stamped:
        for record, offset in _records(path):
            url = safe_url_string((record.headers.get("WARC-Target-URI") or "").strip("<>"))
            taken = record.record_date or datetime.fromtimestamp(0, UTC)
            if record.http_headers is not None and (url not in found or found[url].taken <= taken):
                found[url] = Place(path, offset, taken.astimezone(UTC), record.http_headers.status_code or 200)
    return found


def _records(path: str) -> Iterator[tuple[WarcRecord, int]]:
    """The answers in an archive, each with where it begins. A WACZ is a zip that holds archives, stored as they are."""
    if not path.endswith(".wacz"):
        for record in ArchiveIterator(path, record_types=WarcRecordType.response, parse_http=True):
            yield record, record.stream_pos
        return
    try:
        with ZipFile(path) as packed, Path(path).open("rb") as file:
            for member in packed.infolist():
                if re.fullmatch(r"archive/[^/]+\.warc(?:\.gz)?", member.filename):
                    start = _start(member, path, file)
                    for record in ArchiveIterator(packed.open(member), WarcRecordType.response, parse_http=True):
                        yield record, start + record.stream_pos
    except BadZipFile as error:
        raise OSError(str(error)) from error


def _start(member: ZipInfo, path: str, file: IO[bytes]) -> int:
    """Where a member's bytes begin in the zip: behind its header, whose two lengths stand in its last four bytes."""
    if member.compress_type != ZIP_STORED:
        raise OSError(f"{member.filename} is packed again inside it; the format WACZ stores archives as they are")
    file.seek(member.header_offset + ZIP_HEADER - 4)
    name, extra = struct.unpack("<HH", file.read(4))
    return int(member.header_offset + ZIP_HEADER + name + extra)


def place_of(paths: Sequence[str], url: str, any_query: bool = False) -> Place | None:
    """Where the answer to `url` lies, or that of a page under the other scheme: old archives hold http, now https.

    With `any_query` also a page that was archived with a query ("?utm_source=…", "?page=all", but not "?page=2").
    """
    found = places(paths)
    scheme, _, rest = url.partition("://")
    other = found.get(f"{'http' if scheme == 'https' else 'https'}://{rest}")
    if url in found or not any_query:
        return found.get(url) or (other if other and other.status == 200 else None)  # a redirect would lead back
    return other if other and other.status == 200 else queried(paths).get(rest)


def queried(paths: Sequence[str]) -> dict[str, Place]:
    """Address without scheme and query -> the answer to it with one, where that was a page and no later page."""
    return _queried(_stamped(paths))


@lru_cache(maxsize=4)
def _queried(stamped: tuple[tuple[str, int], ...]) -> dict[str, Place]:
    shown = {url: place for url, place in _places(stamped).items() if "?" in url and place.status == 200}
    return {url.partition("://")[2].partition("?")[0]: place for url, place in shown.items() if not LATER.search(url)}


def newest(paths: Sequence[str]) -> datetime:
    """The day that these archives show: when their last answer was taken."""
    return max((place.taken for place in places(paths).values()), default=datetime.now(UTC))


def taken(response: Response) -> str | None:
    """When an archive took this answer, UTC; None for an answer of the live web."""
    if ARCHIVED not in response.flags:
        return None
    header = response.headers.get("Memento-Datetime") or b""
    return parsedate_to_datetime(header.decode()).astimezone(UTC).isoformat()


class ArchiveHandler(BaseDownloadHandler):
    """The newest answer of the archives; 304 where the request's conditions fit it; 404 flagged "absent" otherwise."""

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.paths = crawler.settings.getlist("ARCHIVE")
        self.maxsize = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self.files: dict[str, IO[bytes]] = {}

    async def download_request(self, request: Request) -> Response:
        """Answer a request."""
        visit = request.meta.get("visit")
        place = place_of(self.paths, request.url, visit is not None and visit.kind == "article")
        if place is None:
            return Response(request.url, status=404, flags=[ABSENT], request=request)
        if place.path not in self.files:
            self.files[place.path] = Path(place.path).open("rb")  # noqa: SIM115 (closed with the handler)
        self.files[place.path].seek(place.offset)
        record = next(iter(ArchiveIterator(self.files[place.path], parse_http=True, auto_decode="transfer")))
        headers, body = _headers(record, place), record.reader.read(self.maxsize + 1)
        if len(body) > self.maxsize:
            raise DownloadCancelledError(f"larger than {self.maxsize} bytes (DOWNLOAD_MAXSIZE)")
        headers.setdefault("ETag", f'"{hashlib.sha256(body).hexdigest()[:32]}"')  # many archived answers carry none
        _packed_as_said(headers, body)
        status = 304 if place.status == 200 and _fits(request.headers, headers) else place.status
        body = b"" if status in NO_BODY else body
        made = responsetypes.from_args(headers=headers, url=request.url, body=body)
        return made(request.url, status=status, headers=headers, body=body, flags=[ARCHIVED], request=request)

    async def close(self) -> None:
        """Close the archives."""
        for file in self.files.values():
            file.close()


def _headers(record: WarcRecord, place: Place) -> Headers:
    headers = Headers(dict(record.http_headers.items()))
    for name in ("Transfer-Encoding", "Content-Length", "Set-Cookie"):
        headers.pop(name, None)
    headers["Memento-Datetime"] = format_datetime(place.taken, usegmt=True)  # RFC 7089
    return headers


def _packed_as_said(headers: Headers, body: bytes) -> None:
    """Drop a Content-Encoding that is no longer true: some archives keep the body unpacked."""
    encoding = (headers.get("Content-Encoding") or b"").strip().lower()
    if encoding in PACKED and not body.startswith(PACKED[encoding]):
        del headers["Content-Encoding"]


def _fits(asked: Headers, kept: Headers) -> bool:
    """Whether the asker has this already. As RFC 9110 says, an ETag that is asked for decides alone."""
    if tag := asked.get("If-None-Match"):
        return tag.removeprefix(b"W/") == (kept.get("ETag") or b"").removeprefix(b"W/")
    since, modified = asked.get("If-Modified-Since") or b"", kept.get("Last-Modified") or b""
    try:
        return parsedate_to_datetime(modified.decode()) <= parsedate_to_datetime(since.decode())
    except (ValueError, TypeError):  # one of them is missing, no date, or without zone
        return False
