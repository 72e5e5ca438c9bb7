"""/: the home page, drawn without asking who may see each table, which takes Datasette longer than the page itself."""

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(r"/$", page)]


async def page(datasette: Datasette, request: Request) -> Response:
    await datasette.ensure_permissions(request.actor, ["view-instance"])
    return Response.html(await datasette.render_template("index.html", {}, request=request))
