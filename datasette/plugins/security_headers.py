"""Headers of every answer: nothing is loaded from another host, nothing runs inline, no page is framed or indexed."""

from typing import Any

from datasette import hookimpl

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-robots-tag", b"noindex, nofollow"),
)


@hookimpl(tryfirst=True)
def asgi_wrapper() -> Any:
    return with_headers


def with_headers(app: Any) -> Any:
    names = {name for name, _ in HEADERS}

    async def wrapped(scope: dict[str, Any], receive: Any, send: Any) -> None:
        async def send_with_headers(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                others = [_kept(*pair) for pair in message.get("headers", []) if pair[0].lower() not in names]
                message = {**message, "headers": [*others, *HEADERS]}
            await send(message)

        await app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    return wrapped


def _kept(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """The header; a cookie can be read by no script and is sent to no other site."""
    if name.lower() == b"set-cookie" and b"httponly" not in value.lower():
        value += b"; HttpOnly"
    return name, value
