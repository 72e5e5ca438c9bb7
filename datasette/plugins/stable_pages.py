"""Pages of a sorted table neither repeat nor lose a row: ties are always ordered by the primary key.

Datasette 0.65 does so from the second page on alone; its first page takes ties as they come, and then misses or repeats
some of them (also in a streamed CSV).
"""

import re
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.database import Database
from datasette.utils import escape_sqlite

NAME = r"\[[^\]]+\]|\w+"
FIRST_PAGE = re.compile(
    rf"select .+? from (?P<table>{NAME}) .*order by (?P<column>{NAME})(?: desc)?(?P<limit> limit \d+\s*)", re.DOTALL
)


@hookimpl
def startup(datasette: Datasette) -> None:
    for database in datasette.databases.values():
        _order_ties(database)


def _order_ties(database: Database) -> None:
    plain = database.execute

    async def execute(sql: str, *values: Any, **options: Any) -> Any:
        if match := FIRST_PAGE.fullmatch(sql):
            keys = map(escape_sqlite, await database.primary_keys(match["table"].strip("[]")))
            ties = [key for key in keys if key != match["column"]]
            sql = ", ".join([sql[: match.start("limit")], *ties]) + match["limit"]
        return await plain(sql, *values, **options)

    database.execute = execute
