"""/ikm/articles of a large database: what would take seconds is left out, or answered by the search.

Datasette counts rows and facets over all that the filters leave, and sorts all that a search of the table finds before
it shows the first. Here a large table has facets only when they are asked for, and a count where an index gives it. A
search that finds too much goes on at /cari, newest first, with the filters that both know; JSON and CSV, whose columns
would be others, answer 400 and name the address to ask.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from datasette.app import Datasette
from datasette.filters import FilterArguments
from datasette.utils.asgi import Request, Response
from datasette.views.table import TableView

DATABASE, TABLE = "ikm", "articles"
LARGE = 100_000  # articles; facets of fewer are counted in some tens of milliseconds
MOST = 3_000  # articles found that are looked up and sorted in such a time
SIZE = "select max(id) from articles"
FOUND = """
select count(*) from (select 1 from articles_fts where articles_fts match ? || escape_fts(?) || ')' limit ?)
"""
SEARCHES = {"_search": "("} | {f"_search_{column}": f"{{{column}}} : (" for column in ("title", "text", "aliases")}
# Filter of the table -> parameters of the search that mean the same.
SAME = {"publisher": ("publisher",), "relevant": ("relevant",), "day": ("since", "until"), "day__gte": ("since",),
        "day__lte": ("until",)}  # fmt: skip
COUNTED = {"publisher", "section", "relevant", "day"}  # one of them alone
# A day is the beginning of `published`: said of that too, a range of days is read in its order and not sorted.
RANGES = {"day__gte": "published >= :{}", "day__gt": "published > :{}", "day__lt": "published < :{}",
          "day__lte": "published < :{} || '~'"}  # fmt: skip
FORM = "_filter_column"  # of the form; Datasette turns it into plain filters and comes back
NARROWING = ("_search", "_where", "_through")  # what else begins with _ changes how rows come, not which
Pairs = list[tuple[str, str]]


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(rf"/(?P<database>{DATABASE})/(?P<table>{TABLE})(\.(?P<format>\w+))?$", page)]


@hookimpl
def filters_from_request(request: Request, database: str, table: str) -> FilterArguments | None:
    if (database, table) != (DATABASE, TABLE):
        return None
    given = [(name, value) for name, value in parse_qsl(request.query_string) if name in RANGES]
    where = [RANGES[name].format(f"published_{place}") for place, (name, _) in enumerate(given)]
    return FilterArguments(where, {f"published_{place}": value for place, (_, value) in enumerate(given)})


async def page(datasette: Datasette, request: Request) -> Any:
    """As Datasette shows the table, quicker."""
    seen = [("view-table", (DATABASE, TABLE)), ("view-database", DATABASE), "view-instance"]
    await datasette.ensure_permissions(request.actor, seen)
    pairs = parse_qsl(request.query_string, keep_blank_values=True)
    size = (await datasette.execute(DATABASE, SIZE)).rows[0][0] or 0
    if size > LARGE and not any(name.startswith(FORM) for name, _ in pairs):
        known = {name for name, _ in pairs}
        words = [[SEARCHES[name], value, MOST + 1] for name, value in pairs if name in SEARCHES]
        counts = [(await datasette.execute(DATABASE, FOUND, one)).rows[0][0] for one in words]
        if counts and min(counts) > MOST:
            return await _elsewhere(datasette, request, pairs)
        left_out = [] if any(name.startswith("_facet") for name in known) else ["_nofacet"]
        left_out += [] if words or is_counted(pairs) else ["_nocount"]
        pairs += [(name, "1") for name in left_out if name not in known]
        request = Request({**request.scope, "query_string": urlencode(pairs).encode()}, request.receive)
    return await TableView(datasette).dispatch_request(request)


def is_counted(pairs: Pairs) -> bool:
    """Whether an index knows how many rows the filters leave."""
    filters = [name for name, _ in pairs if not name.startswith("_") or name.startswith(NARROWING)]
    return len(filters) <= 1 and {name.removesuffix("__exact") for name in filters} <= COUNTED


async def _elsewhere(datasette: Datasette, request: Request, pairs: Pairs) -> Response:
    """The same question asked of the search, or why it is not answered."""
    asked = carried(pairs)
    if asked is not None and not request.url_vars["format"]:
        return Response.redirect(datasette.urls.path(f"/cari?{urlencode(asked)}"))
    search = datasette.urls.path(f"/{DATABASE}/search.{request.url_vars['format'] or 'json'}?{urlencode(asked or [])}")
    error = f"More than {MOST:,} articles match, too many to sort. "
    error += f"Ask {search} (newest first), or narrow the search." if asked else "Narrow the search by another word."
    if request.url_vars["format"] == "csv":
        return Response.text(error, status=400)
    if request.url_vars["format"]:
        return Response.json({"ok": False, "error": error, "status": 400, "title": None}, status=400)
    context = {"status": 400, "title": "SQL Interrupted", "error": error}
    html = await datasette.render_template("error.html", context, request=request)
    return Response.html(html, status=400)


def carried(pairs: Pairs) -> Pairs | None:
    """[("_search", "kopi"), ("day", "2020-01-02")] -> [("q", "kopi"), ("since", "2020-01-02"), ("until", "2020-01-02")]

    None where a filter has no counterpart.
    """
    found: Pairs = []
    for name, value in pairs:
        plain = name.removesuffix("__exact")
        if plain == "_search":
            found.append(("q", value))
        elif plain in SAME and (plain, value) != ("relevant", "0"):
            found += [(parameter, value) for parameter in SAME[plain]]
        elif not name.startswith("_") or name.startswith(NARROWING):
            return None
    return found
