"""/ikm/article/<id>.json and /ikm/entity/<id>.json: one article or entity with all that was read of it.

record_of(kind, id) gives templates the same. Where full texts are for staff alone, others get their first words.
"""

import json
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import tilde_decode
from datasette.utils.asgi import Request, Response

DATABASE = "ikm"
SNIPPET = 240  # characters of a text that everybody may see


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(rf"/{DATABASE}/(?P<kind>article|entity)/(?P<id>[^/]+)\.json$", record)]


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request | None) -> dict[str, Any]:
    async def record_of(kind: str, id: str) -> dict[str, Any] | None:
        return await _record(datasette, request.actor if request else None, kind, id)

    return {"record_of": record_of}


async def record(datasette: Datasette, request: Request) -> Response:
    """The object that canned query article_record or entity_record holds for this id; 404 when there is none."""
    found = await _record(datasette, request.actor, request.url_vars["kind"], tilde_decode(request.url_vars["id"]))
    if found is None:
        return Response.json({"ok": False, "error": "not found", "status": 404}, status=404)
    return Response.json(found)


async def _record(datasette: Datasette, actor: dict[str, Any] | None, kind: str, id: str) -> dict[str, Any] | None:
    await datasette.ensure_permissions(actor, [("view-database", DATABASE), "view-instance"])
    name = f"{kind}_record"
    canned = await datasette.get_canned_query(DATABASE, name, actor)
    rows = (await datasette.execute(DATABASE, canned["sql"], {"id": id})).rows
    if not rows:
        return None
    found: dict[str, Any] = json.loads(rows[0]["record"])
    if not await datasette.permission_allowed(actor, "view-query", (DATABASE, name), default=True):
        found["article"]["text"] = shortened(found["article"]["text"])
        found["revisions"] = [{**row, "text": shortened(row["text"])} for row in found["revisions"]]
    return found


def shortened(text: str | None) -> str:
    """At most SNIPPET characters, ended at a word."""
    text = text or ""
    return text if len(text) <= SNIPPET else text[: SNIPPET - 2].rsplit(" ", 1)[0] + " …"
