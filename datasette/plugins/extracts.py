"""/extracts/: the extracts that `pantau publish` left beside ikm.db, as a page, as index.json, and each file.

What is not in index.json is not served.
"""

import asyncio
import json
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import AsgiFileDownload, NotFound, Request, Response

DATABASE = "ikm"
INDEX = "index.json"
LATEST = "latest"
TYPES = {".json": "application/json; charset=utf-8", ".gz": "application/gzip", ".parquet": "application/octet-stream"}
PLAIN = "text/plain; charset=utf-8"  # README.md, CITATION.cff, SHA256SUMS


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(r"/extracts/?$", page), (r"/extracts/index\.json$", index), (r"/extracts/(?P<path>.+)$", file)]


def folder(datasette: Datasette) -> Path:
    """Where the extracts of the database that is served are."""
    return Path(datasette.get_database(DATABASE).path or ".").resolve().parent / "extracts"


async def listed(datasette: Datasette, request: Request) -> dict[str, Any]:
    """What index.json says; no extracts where there is none."""
    await datasette.ensure_permissions(request.actor, [("view-database", DATABASE), "view-instance"])
    try:
        text = await asyncio.to_thread((folder(datasette) / INDEX).read_text, encoding="utf-8")
    except FileNotFoundError:
        return {"latest": None, "rule": None, "extracts": []}
    return dict(json.loads(text))


async def page(datasette: Datasette, request: Request) -> Response:
    """The page for people, in Indonesian with an English summary."""
    content = await listed(datasette, request)
    newest = next((extract for extract in content["extracts"] if extract["date"] == content["latest"]), None)
    others = [extract for extract in content["extracts"] if extract is not newest]
    words = {"newest": newest, "others": others, "rule": content["rule"]}
    return Response.html(await datasette.render_template("extracts.html", words, request=request))


async def index(datasette: Datasette, request: Request) -> Response:
    """The list for scripts."""
    return Response.json(await listed(datasette, request))


async def file(datasette: Datasette, request: Request) -> AsgiFileDownload:
    """One file of an extract that index.json names; "latest" stands for the newest."""
    content = await listed(datasette, request)
    day, _, path = request.url_vars["path"].partition("/")
    day = content["latest"] if day == LATEST else day
    extract = next((extract for extract in content["extracts"] if extract["date"] == day), None)
    if extract is None or path not in {entry["path"] for entry in extract["files"]}:
        raise NotFound("Tidak ada unduhan dengan alamat ini")
    where = folder(datasette) / day / path
    if not where.is_file():
        raise NotFound("Unduhan ini sudah diganti; muat ulang halaman unduhan")
    return AsgiFileDownload(str(where), content_type=TYPES.get(where.suffix, PLAIN))
