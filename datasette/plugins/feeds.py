"""Atom: .atom of every canned query whose rows have id, title and published. Identifiers never change."""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode
from xml.etree import ElementTree as xml

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

ATOM = "http://www.w3.org/2005/Atom"
AUTHORITY = "tag:pantau-ikm,2026"  # of tag: identifiers (RFC 4151)
NEEDED = {"id", "title", "published"}
SHAPE = {"page", "size", "sort"}  # parameters that change how results come, not what is searched
NAMING = {"q", "entity"}  # parameters that need no label before them
WORDS = ("excerpt", "lead", "text", "sentence")  # columns that may say what an entry is about
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that XML 1.0 cannot hold
BRACKETS = re.compile("[⟦⟧]")
xml.register_namespace("", ATOM)


@hookimpl
def register_output_renderer() -> dict[str, Any]:
    return {"extension": "atom", "render": render, "can_render": can_render}


def can_render(columns: list[str], query_name: str | None) -> bool:
    return bool(query_name) and set(columns) >= NEEDED


async def render(
    datasette: Datasette, request: Request, rows: list[Any], columns: list[str], query_name: str
) -> Response:
    """The newest rows as an Atom feed; the same search has the same feed identifier whatever order it is asked in."""
    if not can_render(columns, query_name):
        return Response.text("400", status=400)
    entries = [dict(zip(columns, tuple(row), strict=True)) for row in rows]
    about = datasette.metadata(database="ikm")["queries"][query_name]
    searched = set(about.get("params", ())) - SHAPE
    asked = [(k, v.strip()) for k, v in sorted(parse_qsl(request.query_string)) if k in searched and v.strip()]
    feed = xml.Element(f"{{{ATOM}}}feed")
    _add(feed, "id", f"{AUTHORITY}:{query_name}?{urlencode(asked)}")
    said = _said([(k, await _name(datasette, v)) for k, v in asked], about)
    _add(feed, "title", ": ".join(filter(None, (about["title"], said))))
    _add(feed, "updated", max((_moment(entry["published"]) for entry in entries), default=_moment(None)))
    _add(_add(feed, "author"), "name", "Pantau IKM")
    _add(feed, "link", rel="self", href=datasette.absolute_url(request, request.full_path))
    page = about.get("page", f"/ikm/{query_name}") + (f"?{urlencode(asked)}" if asked else "")
    _add(
        feed, "link", rel="alternate", type="text/html", href=datasette.absolute_url(request, datasette.urls.path(page))
    )
    for entry in entries:
        _entry(feed, entry, query_name, datasette, request)
    body = xml.tostring(feed, encoding="unicode")
    return Response(
        f'<?xml version="1.0" encoding="utf-8"?>\n{body}', content_type="application/atom+xml; charset=utf-8"
    )


async def _name(datasette: Datasette, value: str) -> str:
    """What the entity with this code is called; anything else is left as it is."""
    row = (await datasette.execute("ikm", "select name from entities where id = ?", [value])).first()
    return str(row["name"]) if row else value


def _said(asked: list[tuple[str, str]], about: dict[str, Any]) -> str:
    """The words searched for and the filters by their labels: "batik, Tempat Jawa Timur, Tentang IKM"."""
    labels = {name: text.partition(": ")[0] for name, text in about.get("parameters", {}).items()}
    return ", ".join(v if k in NAMING else labels[k] if v == "1" else f"{labels[k]} {v}" for k, v in asked)


def _entry(feed: xml.Element, entry: dict[str, Any], kind: str, datasette: Datasette, request: Request) -> None:
    element = _add(feed, "entry")
    number = entry.get("article", entry["id"])
    anchor = f"{kind}/{entry['id']}" if "article" in entry else f"article/{number}"
    _add(element, "id", f"{AUTHORITY}:{anchor}")
    _add(element, "title", ": ".join(filter(None, (entry.get("speaker_name"), entry["title"]))) or "?")
    _add(element, "updated", _moment(entry["published"]))
    path = datasette.urls.path(f"/ikm/articles/{number}")
    _add(element, "link", href=datasette.absolute_url(request, path))
    _add(_add(element, "author"), "name", entry.get("publisher_title") or "?")
    text = next((entry[name] for name in WORDS if entry.get(name)), "")
    _add(element, "summary", BRACKETS.sub("", text), type="text")


def _add(parent: xml.Element, name: str, text: str | None = None, **attributes: str) -> xml.Element:
    element = xml.SubElement(parent, f"{{{ATOM}}}{name}", {k: ILLEGAL.sub("", v) for k, v in attributes.items()})
    element.text = ILLEGAL.sub("", text) if text is not None else None
    return element


def _moment(published: str | None) -> str:
    """RFC 3339; a day alone is its midnight in Jakarta, none at all the beginning of Unix time."""
    if not published:
        return "1970-01-01T00:00:00Z"
    if len(published) == len("2019-07-03"):
        return f"{published}T00:00:00+07:00"
    try:
        time = datetime.fromisoformat(published)
    except ValueError:
        return "1970-01-01T00:00:00Z"
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).isoformat(timespec="seconds")
