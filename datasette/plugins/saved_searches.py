"""/tersimpan: the searches that the desk keeps in tersimpan.yaml beside ikm.db, as a page and as /tersimpan.json.

What a mistake in the file is called, and what to do about it, stands in metadata.yaml (plugins: saved_searches).
"""

import asyncio
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml
from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

DATABASE, QUERY, PLUGIN = "ikm", "search", "saved_searches"
FILE = "tersimpan.yaml"  # or what the configuration of the plugin names under "file"
NAME = "nama"
PAGING = {"page", "size"}  # parameters of the search that are no part of what is searched
DAYS = {"since", "until"}
FLAGS = {"relevant": {"1"}, "sort": {"best"}}
FEED_SIZE = 50


class Mistake(Exception):
    """Something in the file that cannot be used: key of its message, line counted from 1, and what it concerns."""

    def __init__(self, key: str, line: int, **values: object) -> None:
        super().__init__(key)
        self.key, self.line, self.values = key, line, values


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(r"/tersimpan$", page), (r"/tersimpan\.json$", listing)]


async def page(datasette: Datasette, request: Request) -> Response:
    """The searches with their feeds, or what is wrong with the file."""
    labels = datasette.metadata(database=DATABASE)["queries"][QUERY]["parameters"]
    found = {**await _kept(datasette, request), "labels": labels}
    return Response.html(await datasette.render_template("tersimpan.html", found, request=request))


async def listing(datasette: Datasette, request: Request) -> Response:
    """{"file", "searches": [{"name", "filters", "page", "feed"}], "error": null or {"line", "message"}}."""
    return Response.json(await _kept(datasette, request))


async def _kept(datasette: Datasette, request: Request) -> dict[str, Any]:
    await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
    file = path(datasette)
    found: dict[str, Any] = {"file": file.name, "searches": [], "error": None}
    try:
        text = await asyncio.to_thread(file.read_text, encoding="utf-8")
        allowed = set(datasette.metadata(database=DATABASE)["queries"][QUERY]["params"]) - PAGING
        found["searches"] = [_linked(datasette, *entry) for entry in searches(text, allowed)]
    except FileNotFoundError:
        found["error"] = _said(datasette, Mistake("missing", 0, file=file))
    except UnicodeDecodeError:
        found["error"] = _said(datasette, Mistake("encoding", 0, file=file))
    except Mistake as mistake:
        found["error"] = _said(datasette, mistake)
    return found


def path(datasette: Datasette) -> Path:
    """Where the file is: as configured, else beside the database."""
    named = (datasette.plugin_config(PLUGIN) or {}).get("file")
    return Path(named) if named else Path(datasette.get_database(DATABASE).path or ".").resolve().parent / FILE


def searches(text: str, allowed: set[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The names and filters of a file; raises Mistake at the first thing that cannot be used.

    "- nama: Batik\\n  q: batik" -> ("Batik", {"q": "batik"})
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise Mistake("syntax", error.problem_mark.line + 1, problem=error.problem) from error
    except yaml.YAMLError as error:  # a character that YAML cannot hold
        raise Mistake("syntax", 1, problem=error) from error
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise Mistake("no_list", root.start_mark.line + 1)
    seen: set[str] = set()
    for node in root.value:
        name, filters = _entry(node, allowed)
        if name in seen:
            raise Mistake("twice", node.start_mark.line + 1, name=name)
        seen.add(name)
        yield name, filters


def _entry(node: yaml.Node, allowed: set[str]) -> tuple[str, dict[str, str]]:
    if not isinstance(node, yaml.MappingNode):
        raise Mistake("no_entry", node.start_mark.line + 1)
    given: dict[str, str] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise Mistake("no_entry", line)
        if key.value not in {NAME, *allowed}:
            raise Mistake("unknown", line, name=key.value, known=", ".join((NAME, *sorted(allowed))))
        if not isinstance(value, yaml.ScalarNode):
            raise Mistake("no_text", line, name=key.value)
        given[key.value] = value.value.strip()
        _check(key.value, given[key.value], line)
    if not given.get(NAME):
        raise Mistake("nameless", node.start_mark.line + 1)
    name = given.pop(NAME)
    filters = {key: value for key, value in given.items() if value}
    if not filters:
        raise Mistake("unfiltered", node.start_mark.line + 1, name=name)
    return name, filters


def _check(name: str, value: str, line: int) -> None:
    if name in DAYS and value and not _is_day(value):
        raise Mistake("no_day", line, name=name, value=value)
    if value and value not in FLAGS.get(name, {value}):
        raise Mistake("no_flag", line, name=name, value=value, allowed=", ".join(FLAGS[name]))


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))


def _linked(datasette: Datasette, name: str, filters: dict[str, str]) -> dict[str, Any]:
    shown, feed = urlencode(filters), urlencode({**filters, "size": FEED_SIZE})
    return {
        "name": name,
        "filters": filters,
        "page": datasette.urls.path(f"/cari?{shown}"),
        "feed": datasette.urls.path(f"/{DATABASE}/{QUERY}.atom?{feed}"),
    }


def _said(datasette: Datasette, mistake: Mistake) -> dict[str, Any]:
    messages = (datasette.plugin_config(PLUGIN) or {})["messages"]
    values = {key: str(value) for key, value in mistake.values.items()}
    return {"line": mistake.line, "message": messages[mistake.key].format(line=mistake.line, **values)}
