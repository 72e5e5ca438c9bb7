"""/bantuan: the guide of docs/panduan.md as a page."""

import re
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from markdown_it import MarkdownIt
from markupsafe import Markup

GUIDE = Path(__file__).parents[2] / "docs" / "panduan.md"
PICTURES = re.compile(r'src="\.\./datasette/static/')  # where they stand as seen from docs/


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(r"/bantuan$", page)]


async def page(datasette: Datasette, request: Request) -> Response:
    await datasette.ensure_permissions(request.actor, ["view-instance"])
    written = MarkdownIt("commonmark", {"html": False}).enable("table").render(GUIDE.read_text(encoding="utf-8"))
    shown = Markup(PICTURES.sub(f'src="{datasette.urls.path("/static/")}', written))
    return Response.html(await datasette.render_template("bantuan.html", {"guide": shown}, request=request))
