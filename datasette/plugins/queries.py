"""query(name, …) in every template: the rows of a canned query, so whatever a page shows is JSON and CSV too."""

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

DATABASE = "ikm"


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request | None) -> dict[str, Any]:
    async def query(name: str, **parameters: Any) -> list[dict[str, Any]]:
        actor = request.actor if request else None
        permissions = [("view-query", (DATABASE, name)), ("view-database", DATABASE), "view-instance"]
        await datasette.ensure_permissions(actor, permissions)
        canned = await datasette.get_canned_query(DATABASE, name, actor)
        values = {key: parameters.get(key, "") for key in canned.get("params", ())}
        return [dict(row) for row in await datasette.execute(DATABASE, canned["sql"], values)]

    async def described(table: str) -> dict[str, Any]:
        return dict(datasette.table_metadata(DATABASE, table))

    return {"query": query, "described": described}
