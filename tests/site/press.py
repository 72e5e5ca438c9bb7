"""The sample press: articles/ in the markup of templates/, as the answers of real sites, packed into a web archive.

    python tests/site/press.py OUT.warc.gz [--edition 1|2]

The same words always give the same bytes: nothing here asks the clock or chance.
"""

import argparse
import hashlib
import html
import io
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

import jinja2
from babel.dates import format_datetime as in_words
from babel.dates import format_timedelta
from markupsafe import Markup
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).resolve().parent
WIB = ZoneInfo("Asia/Jakarta")
# Ten in the morning: some of the day's articles are a few hours old, so that relative dates read "3 jam lalu".
FETCHED = {1: datetime(2026, 11, 19, 10, tzinfo=WIB), 2: datetime(2026, 11, 20, 10, tzinfo=WIB)}
WINDOW = 7  # days for which dated indexes answer
PAGE_BREAK = "===\n"
NOT_THERE = {"missing": HTTPStatus.NOT_FOUND, "gone": HTTPStatus.GONE}
OWN_TEMPLATE = {"photo", "botwall", "soft404"}  # kinds that do not look like an article


@dataclass(frozen=True)
class Response:
    """One answer of one site."""

    url: str  # as asked for
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched: datetime  # with zone


@dataclass(frozen=True)
class Piece:
    """One article as its publisher printed it in one edition; the fields are those of its file in articles/."""

    publisher: str
    slug: str  # name of the file
    url: str
    headline: str
    pages: tuple[tuple[str, ...], ...]  # paragraphs of each page; "## " opens a subheading
    section: str
    kind: str = "article"  # article, undated, photo, paywalled, botwall, soft404, missing, gone
    list: str = ""  # the list of the site that names it
    summary: str = ""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    source: str = ""  # whose wire text it is
    published: datetime | None = None  # midnight of the day where `day_only`
    day_only: bool = False  # the site prints no time of day
    created: datetime | None = None  # when it was begun, on sites that tell
    modified: datetime | None = None
    dateline: str = ""
    dateline_mark: str = ""  # the whole mark, where the site wrote it otherwise at that time
    tags: tuple[str, ...] = ()
    caption: str = ""
    credit: str = ""
    related: tuple[str, ...] = ()  # slugs of the same publisher, linked inside the text
    initials: str = ""
    video: str = ""
    views: int = 0
    second_url: str = ""  # listed beside `url`; its page names `url` as canonical
    tracked: str = ""  # query added by feeds that count clicks
    empty_link: bool = False  # its feed item leaves <link> empty

    @property
    def changed(self) -> datetime | None:
        return self.modified or self.published

    @property
    def text(self) -> str:
        """What a reader finds in it: all paragraphs, parted by blank lines."""
        return "\n\n".join(paragraph.removeprefix("## ") for page in self.pages for paragraph in page)

    @property
    def number(self) -> str:
        """The site's own number of the article, as far as its address holds one."""
        return next((part.removeprefix("d-") for part in self.url.split("/")[3:] if part.strip("d-").isdigit()), "0")


def _pages(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(p.strip() for p in page.split("\n\n") if p.strip()) for page in text.split(PAGE_BREAK))


def _corrected(data: dict[str, Any], edition: int) -> dict[str, Any]:
    """The article's data with its [correction], from edition 2 on; every corrected wording must occur once."""
    correction = data.pop("correction", {})
    if edition < 2 or not correction:
        return data
    for change in correction.pop("changes", []):
        if data["text"].count(change["before"]) != 1:
            raise ValueError(f"{data['url']}: the wording to correct must occur once: {change['before']!r}")
        data["text"] = data["text"].replace(change["before"], change["after"])
    return {**data, **correction}


def _piece(path: Path, edition: int) -> Piece | None:
    data = _corrected(tomllib.loads(path.read_text(encoding="utf-8")), edition)
    if edition not in data.pop("editions", [1, 2]):
        return None
    if edition >= data.pop("gone_from", edition + 1):
        data["kind"] = "gone"
    if type(data.get("published")) is date:
        data |= {"published": datetime.combine(data["published"], time(), WIB), "day_only": True}
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    return Piece(publisher=path.parent.name, slug=path.stem, pages=_pages(fields.pop("text")), **fields)


@cache
def pieces(publisher: str, edition: int) -> tuple[Piece, ...]:
    """What `publisher` has printed by `edition`, newest first, the undated last."""
    found = [_piece(path, edition) for path in sorted((HERE / "articles" / publisher).glob("*.toml"))]
    oldest = datetime.min.replace(tzinfo=UTC)
    return tuple(sorted(filter(None, found), key=lambda piece: piece.published or oldest, reverse=True))


@cache
def sites() -> dict[str, Any]:
    """The publishers of sites.toml by their spider's name."""
    return tomllib.loads((HERE / "sites.toml").read_text(encoding="utf-8"))


def _printed(text: str) -> Markup:
    """Text as sites print it: quotation marks stay as they are."""
    return Markup(html.escape(text, quote=False))


@cache
def _templates() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(HERE / "templates")
    env = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    env.filters["printed"] = _printed
    env.filters["date"] = lambda when, form: in_words(when.astimezone(WIB), form, tzinfo=WIB, locale="id")
    env.filters["iso"] = lambda when: when.astimezone(WIB).isoformat()
    env.filters["utc"] = lambda when: when.astimezone(UTC).isoformat()
    env.filters["unix"] = lambda when: int(when.timestamp() * 1000)
    env.filters["mail"] = lambda when: format_datetime(when.astimezone(WIB))
    env.filters["gmt"] = lambda when: format_datetime(when.astimezone(UTC), usegmt=True)
    env.filters["ago"] = lambda when, now: format_timedelta(when - now, add_direction=True, threshold=1, locale="id")
    return env


class Site:
    """One site of the press in one edition: renders its pages and lists."""

    def __init__(self, name: str, edition: int) -> None:
        self.name, self.facts, self.now = name, sites()[name], FETCHED[edition]
        self.pieces = pieces(name, edition)

    def _answer(self, url: str, template: str, status: int = HTTPStatus.OK, **context: Any) -> Response:
        """What `template` gives for `url`, with the headers of its kind; only feeds and sitemaps carry validators."""
        shown = context.get("shown", self.pieces)
        context = {"site": self.facts, "publisher": self.name, "now": self.now, "url": url, "shown": shown, **context}
        context["by_slug"] = {piece.slug: piece for piece in self.pieces}
        context["changed"] = max((p.changed for p in shown if p.changed), default=self.now)
        body = _templates().get_template(template).render(context).encode()
        headers = [("Date", format_datetime(self.now.astimezone(UTC), usegmt=True)), ("Server", "nginx")]
        kind = {"xml": "application/xml", "txt": "text/plain"}.get(template.rpartition(".")[2], "text/html")
        headers += [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(body)))]
        if kind == "application/xml":
            changed = format_datetime(context["changed"].astimezone(UTC), usegmt=True)
            headers += [("ETag", f'"{hashlib.sha1(body).hexdigest()[:20]}"'), ("Last-Modified", changed)]
        return Response(url, int(status), tuple(headers), body, self.now)

    def article(self, piece: Piece) -> Iterator[Response]:
        """The pages of one article under all its addresses, or what stands in its place."""
        if piece.kind in NOT_THERE:
            yield self._answer(piece.url, "not_found.html", NOT_THERE[piece.kind], piece=piece)
            return
        template = self.facts["template"] + (f"_{piece.kind}" if piece.kind in OWN_TEMPLATE else "") + ".html"
        whole = tuple(paragraph for page in piece.pages for paragraph in page)
        context: dict[str, Any] = {"piece": piece, "total": len(piece.pages)}
        for address in filter(None, (piece.url, piece.second_url)):
            yield self._answer(address, template, page=1, paragraphs=piece.pages[0], **context)
            for number, paragraphs in enumerate(piece.pages[1:], 2):
                yield self._answer(f"{address}?page={number}", template, page=number, paragraphs=paragraphs, **context)
            if "whole" in self.facts and piece.kind not in OWN_TEMPLATE:
                yield self._answer(address + self.facts["whole"], template, page=0, paragraphs=whole, **context)

    def listing(self, listing: dict[str, Any]) -> Iterator[Response]:
        """Every page of one list; of a dated one, of every day of the window."""
        shown = [piece for piece in self.pieces if listing.get("list", piece.list) == piece.list]
        if "date" not in listing:
            yield from self._paged(listing, shown)
            return
        for age in range(WINDOW):
            day = (self.now - timedelta(days=age)).date()
            of_day = [piece for piece in shown if piece.published and piece.published.date() == day]
            yield from self._paged(listing, of_day, day.strftime(listing["date"]), today=not age)

    def _paged(
        self, listing: dict[str, Any], shown: list[Piece], day: str = "", today: bool = False
    ) -> Iterator[Response]:
        """The pages of a list, each under all its addresses; past the last comes an empty page."""
        size = listing.get("size", len(shown) or 1)
        last = max(1, -(-len(shown) // size))
        beyond = int("{page}" in listing["url"])
        for number in range(1, last + 1 + beyond):
            keys = ["url"] if number > 1 else ["url", "first", "today"] if today else ["url", "first"]
            begin = (number - 1) * size
            context: dict[str, Any] = {"listing": listing, "page": number, "last": last, "day": day}
            for key in filter(listing.__contains__, keys):
                url = listing[key].format(page=number, date=day)
                yield self._answer(url, listing["template"], shown=shown[begin : begin + size], **context)

    def robots(self) -> Iterator[Response]:
        """robots.txt of each of its hosts."""
        for host, rules in self.facts["robots"].items():
            yield self._answer(f"https://{host}/robots.txt", f"robots_{rules}.txt", host=host)


def responses(edition: int) -> Iterator[Response]:
    """Every answer of every site in `edition` (1 or 2), each address once, in a fixed order."""
    for name in sites():
        site = Site(name, edition)
        yield from site.robots()
        for listing in site.facts["listings"]:
            yield from site.listing(listing)
        for piece in site.pieces:
            yield from site.article(piece)


def _records(writer: WARCWriter, answers: Iterable[Response], edition: int) -> Iterator[Any]:
    for answer in answers:
        status = f"{answer.status} {HTTPStatus(answer.status).phrase}"
        identity = uuid5(NAMESPACE_URL, f"{edition} {answer.url}")
        yield writer.create_warc_record(
            answer.url,
            "response",
            payload=io.BytesIO(answer.body),
            http_headers=StatusAndHeaders(status, list(answer.headers), protocol="HTTP/1.1"),
            warc_headers_dict={
                "WARC-Date": answer.fetched.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "WARC-Record-ID": f"<urn:uuid:{identity}>",
            },
        )


def write_archive(path: Path, edition: int = 1) -> int:
    """Write `edition` to a compressed WARC at `path`; the number of answers in it."""
    written = 0
    with Path(path).open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for record in _records(writer, responses(edition), edition):
            writer.write_record(record)
            written += 1
    return written


def main() -> None:
    """The command line: one archive of one edition."""
    parser = argparse.ArgumentParser(description="Pack the sample press into a web archive.")
    parser.add_argument("out", type=Path, metavar="OUT.warc.gz")
    parser.add_argument("--edition", type=int, choices=sorted(FETCHED), default=1)
    args = parser.parse_args()
    print(f"{write_archive(args.out, args.edition)} answers in {args.out}")


if __name__ == "__main__":
    main()
