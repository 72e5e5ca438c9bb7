"""An empty search box shows everything: a blank `_search` is taken out of the address before Datasette reads it."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl


@hookimpl
def asgi_wrapper() -> Any:
    return without_blank_search


def without_blank_search(app: Any) -> Any:
    async def wrapped(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "http" and b"_search" in scope.get("query_string", b""):
            scope = {**scope, "query_string": kept(scope["query_string"])}
        await app(scope, receive, send)

    return wrapped


def kept(query_string: bytes) -> bytes:
    """b"_search=+&publisher=surya" -> b"publisher=surya"; what has words in it is handed on as it came."""
    pairs = parse_qsl(query_string.decode("latin-1"), keep_blank_values=True)
    wanted = [(name, value) for name, value in pairs if not name.startswith("_search") or value.strip()]
    return query_string if wanted == pairs else urlencode(wanted).encode("latin-1")
