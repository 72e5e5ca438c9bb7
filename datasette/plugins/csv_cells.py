"""CSV that no spreadsheet runs: a text that begins like a formula gets an apostrophe before it; numbers stay numbers.

"=1+1" -> "'=1+1", "-2,5 persen" -> "'-2,5 persen", "-2.5" -> "-2.5". The extracts of `pantau publish` stay as
they are.
"""

import csv
import io
import re
from typing import Any

from datasette import hookimpl

BEGINS = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")  # as OWASP has it, with the wide forms; white space is skipped by some
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
DATABASE = "/ikm/"
CSV = ".csv"
csv.field_size_limit(2**31 - 1)  # an article's text may be longer than the 128 KB that csv takes by itself


@hookimpl
def asgi_wrapper() -> Any:
    return with_harmless_cells


def harmless(cell: str) -> str:
    """The cell as a spreadsheet may have it."""
    return f"'{cell}" if BEGINS.match(cell) and not NUMBER.fullmatch(cell) else cell


def with_harmless_cells(app: Any) -> Any:
    async def wrapped(scope: dict[str, Any], receive: Any, send: Any) -> None:
        rows: Rows | None = None

        async def send_harmless(message: dict[str, Any]) -> None:
            nonlocal rows
            if message["type"] == "http.response.start" and _is_table(message):
                rows = Rows()
            if message["type"] == "http.response.body" and rows:
                message = {**message, "body": rows.written(message.get("body", b""), not message.get("more_body"))}
            await send(message)

        path = scope.get("path", "")
        ours = scope["type"] == "http" and DATABASE in path and path.endswith(CSV)
        await app(scope, receive, send_harmless if ours else send)

    return wrapped


def _is_table(start: dict[str, Any]) -> bool:
    """False for an error, which is a page or JSON also where CSV was asked for."""
    return start["status"] == 200 and dict(start["headers"])[b"content-type"].startswith((b"text/plain", b"text/csv"))


class Rows:
    """The rows of one answer, which come in pieces that may end anywhere."""

    def __init__(self) -> None:
        self.waiting = b""  # what came after the last whole row

    def written(self, piece: bytes, last: bool) -> bytes:
        """All whole rows so far, made harmless."""
        whole = self.waiting + piece
        if not last and (not whole.endswith(b"\n") or whole.count(b'"') % 2):
            self.waiting = whole
            return b""
        self.waiting = b""
        out = io.StringIO(newline="")
        rows = csv.reader(io.StringIO(whole.decode("utf-8"), newline=""))
        csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
        return out.getvalue().encode("utf-8")
