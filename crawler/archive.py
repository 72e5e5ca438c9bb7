"""Answers spiders from web archives (WARC) in place of the live web: demonstration, tests and a researcher's backfill.

FastWARC, since it reads a gigabyte in 4 s (warcio 11). Packed archives must be packed record by record, as
all crawlers do.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from pathlib import Path
from typing import IO

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
        "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "RETRY_ENABLED": False,
    }
    for name, value in values.items():
        settings.set(name, value, priority="cmdline")


def places(paths: Sequence[str]) -> dict[str, Place]:
    """Address -> its newest answer in these archives. Read once a process, as long as the files stay as they are."""
    return _places(tuple((path, Path(path).stat().st_mtime_ns) for path in paths))


@lru_cache(maxsize=4)
def _places(stamped: tuple[tuple[str, int], ...]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for path, _ in stamped:
        for record in ArchiveIterator(path, record_types=WarcRecordType.response, parse_http=True):
            url = safe_url_string((record.headers.get("WARC-Target-URI") or "").strip("<>"))
            taken = record.record_date or datetime.fromtimestamp(0, UTC)
            if record.http_headers is not None and (url not in found or found[url].taken <= taken):
                found[url] = Place(
                    path, record.stream_pos, taken.astimezone(UTC), record.http_headers.status_code or 200
                )
    return found


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
        self.places = places(crawler.settings.getlist("ARCHIVE"))
        self.maxsize = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self.files: dict[str, IO[bytes]] = {}

    async def download_request(self, request: Request) -> Response:
        """Answer a request."""
        place = self._place(request.url)
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

    def _place(self, url: str) -> Place | None:
        """The answer to `url`, or a page under the other scheme: old archives hold http what is https now."""
        scheme, _, rest = url.partition("://")
        other = self.places.get(f"{'http' if scheme == 'https' else 'https'}://{rest}")
        return self.places.get(url) or (other if other and other.status == 200 else None)  # a redirect would lead back

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
