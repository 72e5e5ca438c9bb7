"""query(name, …) in every template: the rows of a canned query, so whatever a page shows is JSON and CSV too."""

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

DATABASE = "ikm"
MARK = "select max(id), max(ended), (select max(id) from crawls) from taggings"


CACHED = "cached"  # in metadata.yaml: the query changes with a tagging only, so its rows are kept until the next
_kept: dict[tuple[str, str], tuple[Any, list[dict[str, Any]]]] = {}  # (database file, query and values) -> mark, rows


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request | None) -> dict[str, Any]:
    async def query(name: str, **parameters: Any) -> list[dict[str, Any]]:
        actor = request.actor if request else None
        permissions = [("view-query", (DATABASE, name)), ("view-database", DATABASE), "view-instance"]
        await datasette.ensure_permissions(actor, permissions)
        canned = await datasette.get_canned_query(DATABASE, name, actor)
        values = {key: parameters.get(key, "") for key in canned.get("params", ())}
        if not canned.get(CACHED):
            return [dict(row) for row in await datasette.execute(DATABASE, canned["sql"], values)]
        return await _remembered(datasette, canned["sql"], values)

    async def described(table: str) -> dict[str, Any]:
        return dict(datasette.table_metadata(DATABASE, table))

    def filled(*names: str) -> dict[str, str]:
        """The parameters of the address that say something, of those named."""
        given = {name: (request.args.get(name) or "").strip() for name in names} if request else {}
        return {name: value for name, value in given.items() if value}

    return {"query": query, "described": described, "filled": filled}


async def _remembered(datasette: Datasette, sql: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    mark = tuple((await datasette.execute(DATABASE, MARK)).rows[0])
    key = (str(datasette.get_database(DATABASE).path), f"{sql}{values}")
    if key not in _kept or _kept[key][0] != mark:
        _kept[key] = mark, [dict(row) for row in await datasette.execute(DATABASE, sql, values)]
    return [dict(row) for row in _kept[key][1]]
