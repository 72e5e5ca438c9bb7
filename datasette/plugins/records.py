"""/ikm/article/<id>.json and /ikm/entity/<id>.json: one article or entity with all that was read of it."""

import json
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import tilde_decode
from datasette.utils.asgi import Request, Response

DATABASE = "ikm"


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(rf"/{DATABASE}/(?P<kind>article|entity)/(?P<id>[^/]+)\.json$", record)]


async def record(datasette: Datasette, request: Request) -> Response:
    """The object that canned query article_record or entity_record holds for this id; 404 when there is none."""
    name = f"{request.url_vars['kind']}_record"
    permissions = [("view-query", (DATABASE, name)), ("view-database", DATABASE), "view-instance"]
    await datasette.ensure_permissions(request.actor, permissions)
    canned = await datasette.get_canned_query(DATABASE, name, request.actor)
    rows = await datasette.execute(DATABASE, canned["sql"], {"id": tilde_decode(request.url_vars["id"])})
    if not rows.rows:
        return Response.json({"ok": False, "error": "not found", "status": 404}, status=404)
    return Response.json(json.loads(rows.rows[0]["record"]))
