"""/ikm/article/<id>.txt: the whole text of an article as plain text, however long, for those who may read it."""

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

DATABASE, QUERY = "ikm", "article_record"  # whoever may see the whole record may read the text
TEXT = "select title, text from articles join article_texts using (id) where id = cast(? as integer)"


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [(rf"/{DATABASE}/article/(?P<id>\d+)\.txt$", text)]


async def text(datasette: Datasette, request: Request) -> Response:
    """Headline, a blank line, and the text: what `pantau read` takes too. 403 where full texts are for staff alone."""
    await datasette.ensure_permissions(
        request.actor, [("view-query", (DATABASE, QUERY)), ("view-database", DATABASE), "view-instance"]
    )
    row = (await datasette.execute(DATABASE, TEXT, [request.url_vars["id"]])).first()
    if row is None:
        raise NotFound("Artikel ini tidak ada")
    return Response.text(f"{row['title']}\n\n{row['text']}")
