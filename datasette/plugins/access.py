"""Who may see what: {"access": {"mode": …}} of the metadata, written by `pantau serve`.

`local` (or nothing): everything, for the one machine it runs on. `staff`: nothing without a login, but the health
check. `public`: everything but the full texts, which need a login. Free SQL is on for those who have logged in.
"""

from http.cookies import CookieError, SimpleCookie
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from datasette_auth_passwords.utils import scope_has_valid_authorization
from itsdangerous import BadSignature

OPEN = ("/-/health", "/-/login", "/robots.txt", "/static/")  # answered without a login
INNER = "/-/"  # pages of the server itself: its settings, plugins and tools
TEXTS = {"article_texts", "search_source", "revisions", "fingerprints", "search_words"}  # tables that hold full texts
TEXT_QUERIES = {"article_record"}


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(r"/-/health$", health)]


async def health() -> Response:
    """Says that the server answers, and nothing else."""
    return Response.json({"ok": True})


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request | None) -> dict[str, Any]:
    return {
        "full_text": full_text(datasette, request.actor if request else None),
        "can_log_in": bool(datasette.plugin_config("datasette-auth-passwords")),
    }


def mode(datasette: Datasette) -> str:
    return str((datasette.plugin_config("access") or {}).get("mode", "local"))


def full_text(datasette: Datasette, actor: dict[str, Any] | None) -> bool:
    """Whether whole articles may be shown to this reader."""
    return mode(datasette) != "public" or actor is not None


@hookimpl
def permission_allowed(datasette: Datasette, actor: dict[str, Any] | None, action: str, resource: Any) -> bool | None:
    if action == "execute-sql":
        return actor is not None
    if full_text(datasette, actor):
        return None
    name = resource[1] if isinstance(resource, tuple) else None
    if action == "view-table" and (name in TEXTS or str(name).startswith("articles_fts")):
        return False
    if action == "view-query" and name in TEXT_QUERIES:
        return False
    return None


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Any:
    def wrapped(app: Any) -> Any:
        async def guarded(scope: dict[str, Any], receive: Any, send: Any) -> None:
            if scope["type"] == "http" and _closed(datasette, scope["path"]) and not _known(datasette, scope):
                await _refusal(datasette, scope).asgi_send(send)
            else:
                await app(scope, receive, send)

        return guarded

    return wrapped


def _closed(datasette: Datasette, path: str) -> bool:
    """Whether an address needs a login: all of them for staff alone, the server's own pages where all may look."""
    if path.startswith(OPEN) or mode(datasette) == "local":
        return False
    return mode(datasette) == "staff" or path.startswith(INNER)


def _known(datasette: Datasette, scope: dict[str, Any]) -> bool:
    """Whether the request carries a signed cookie of a login, or a name and password (feed readers, scripts)."""
    headers = dict(scope["headers"])
    try:
        if scope_has_valid_authorization(scope, datasette):
            return True
        cookie = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1")).get("ds_actor")
        return bool(cookie and datasette.unsign(cookie.value, "actor").get("a"))
    except (BadSignature, CookieError, ValueError):
        return False


def _refusal(datasette: Datasette, scope: dict[str, Any]) -> Response:
    asks_page = b"text/html" in dict(scope["headers"]).get(b"accept", b"")
    if asks_page:
        return Response.redirect(datasette.urls.path("/-/login"))
    headers = {"www-authenticate": 'Basic realm="Pantau IKM", charset="UTF-8"'}
    return Response.json({"ok": False, "error": "login required", "status": 401}, status=401, headers=headers)
