"""The daily digest of saved searches, asked of the very pages that the desk shows and written as text, HTML or mail.

The searches are those of /tersimpan.json, their articles those of /ikm/search.json, and what is told of each stands in
/ikm/article/<id>.json. Nothing but the database and the day decides what comes out.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from importlib.resources import files
from itertools import count
from typing import Any
from urllib.parse import urlencode

from datasette.app import Datasette

MAX_STORIES = 30  # told of one search; what goes beyond is counted, with a link
MAX_QUOTES, MAX_FIGURES = 3, 6  # told of one story
PAGE = 1000  # rows that the desk gives at once
SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")
TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # marks that turn the direction of what follows
FOUND = re.compile("[⟦⟧]")  # around words that were searched for
Record = dict[str, Any]


class Unanswered(Exception):
    """The desk did not answer as it should; the message says where and how."""


class BadSearches(Exception):
    """The file of saved searches cannot be used; the message names the line and what to do."""


@dataclass(frozen=True)
class Story:
    """One story as a saved search found it."""

    row: Record  # of the search: id, title, published, publisher_title, excerpt
    printers: tuple[str, ...]  # names of all who printed it by the end of the day, the one of `row` first
    quotes: tuple[Record, ...]  # direct ones
    figures: tuple[Record, ...]


@dataclass(frozen=True)
class Section:
    """What one saved search found on the day."""

    name: str
    page: str  # path of the search on the desk, that day alone
    feed: str  # path of its Atom feed
    stories: tuple[Story, ...]
    articles: int  # found, of all stories together
    more: int  # of them not told of
    error: str | None = None  # why the search could not be asked


@dataclass(frozen=True)
class Digest:
    """All that a digest says."""

    day: date
    sections: tuple[Section, ...]
    numbers: Record  # articles, relevant, publishers of that day
    quiet: tuple[Record, ...]  # publishers that were silent or not collected: name, title, last_day, looked, error

    @property
    def whole(self) -> bool:
        """False when a search could not be asked."""
        return not any(section.error for section in self.sections)


async def digest(desk: Datasette, day: date) -> Digest:
    """The digest of a day. Raises BadSearches, and Unanswered when even the day's numbers cannot be had."""
    await desk.invoke_startup()
    kept = await _get(desk, "/tersimpan.json")
    if error := kept["error"]:
        raise BadSearches(f"{kept['file']}:{error['line']}: {error['message']}" if error["line"] else error["message"])
    sections = [await _section(desk, search, day) for search in kept["searches"]]
    numbers = await _rows(desk, "day_numbers", day=day.isoformat())
    quiet = await _rows(desk, "quiet_on", day=day.isoformat())
    return Digest(day, tuple(sections), numbers[0], tuple(quiet))


async def _section(desk: Datasette, search: Record, day: date) -> Section:
    filters = dict(search["filters"])
    filters["since"] = max(day.isoformat(), filters.get("since", ""))
    filters["until"] = min(day.isoformat(), filters.get("until") or day.isoformat())
    page = f"/cari?{urlencode(filters)}"
    try:
        rows = [row async for row in _found(desk, filters)]
        stories, more = await _stories(desk, rows, day)
    except Unanswered as error:
        return Section(search["name"], page, search["feed"], (), 0, 0, str(error))
    return Section(search["name"], page, search["feed"], tuple(stories), len(rows), more)


async def _found(desk: Datasette, filters: dict[str, str]) -> AsyncIterator[Record]:
    """All rows of a search, page by page."""
    for number in count(1):
        rows = await _rows(desk, "search", **filters, size=str(PAGE), page=str(number))
        for row in rows:
            yield row
        if len(rows) < PAGE:
            return


async def _stories(desk: Datasette, rows: list[Record], day: date) -> tuple[list[Story], int]:
    """Each story of the rows once, the first MAX_STORIES, and how many rows belong to none of them."""
    stories: list[Story] = []
    told: set[int] = set()
    for row in rows:
        if row["id"] in told or len(stories) == MAX_STORIES:
            continue
        record = await _get(desk, f"/ikm/article/{row['id']}.json")
        stories.append(_story(row, record, day))
        told |= {row["id"], *(printing["id"] for printing in record["printings"])}
    return stories, sum(row["id"] not in told for row in rows)


def _story(row: Record, record: Record, day: date) -> Story:
    by_then = [p for p in record["printings"] if (p["published"] or "")[:10] <= day.isoformat()]
    names = [row["publisher_title"] or row["publisher"], *(p["publisher_title"] or p["publisher"] for p in by_then)]
    offices = {official["person"]: official["office"] for official in record["officials"]}
    quotes = [q | {"office": offices.get(q["speaker"])} for q in record["quotes"] if q["kind"] == "direct"]
    figures = [f for f in record["figures"] if not f["doubtful"]]
    return Story(row, tuple(dict.fromkeys(names)), tuple(quotes[:MAX_QUOTES]), tuple(figures[:MAX_FIGURES]))


async def _rows(desk: Datasette, query: str, **parameters: str) -> list[Record]:
    asked = urlencode({**parameters, "_shape": "array"})
    return list(await _get(desk, f"/ikm/{query}.json?{asked}"))


async def _get(desk: Datasette, path: str) -> Any:
    response = await desk.client.get(path)
    if response.status_code != 200:
        raise Unanswered(f"{path}: {response.status_code}: {response.text[:200]}")
    return response.json()


def as_text(desk: Datasette, found: Digest, base: str) -> str:
    """For a terminal or a plain mail; `base` is the address at which the desk is opened, without a slash at its end."""
    return _written(desk, "digest.txt", found, base)


def as_html(desk: Datasette, found: Digest, base: str) -> str:
    """One page without script, picture or any other request, made to be printed too."""
    return _written(desk, "digest.html", found, base)


def as_mail(desk: Datasette, found: Digest, base: str, sender: str = "", to: tuple[str, ...] = ()) -> bytes:
    """Both of them in one message (RFC 5322) for `sendmail -t`."""
    message = EmailMessage(policy=SMTP)
    text = as_text(desk, found, base)
    message["Subject"] = text.splitlines()[0]
    if sender:
        message["From"] = sender
    if to:
        message["To"] = ", ".join(to)
    message.set_content(text)
    message.add_alternative(as_html(desk, found, base), subtype="html")
    message.set_boundary(f"=_pantau-ikm-{found.day}")  # the same day gives the same bytes
    return message.as_bytes()


def _written(desk: Datasette, template: str, found: Digest, base: str) -> str:
    source = (files("pantau") / "templates" / template).read_text(encoding="utf-8")
    pages = desk.jinja_env.overlay(trim_blocks=True, lstrip_blocks=True)
    pages.filters |= {"one_line": _one_line, "unmarked": lambda text: FOUND.sub("", text)}
    return str(pages.from_string(source).render(digest=found, base=base.rstrip("/"), day=found.day.isoformat()))


def _one_line(text: str) -> str:
    """What came from a website, so that it cannot pass for a line of ours."""
    return SPACE.sub(" ", TURNS.sub("", str(text))).strip()
