"""Cells of tables: codes, days and lists written for readers, as metadata.yaml (plugins: words) says for a column."""

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette

NUMBERS = "number"  # the one filter that does not write text
NOTHING = "–"  # what an empty list is shown as; Datasette takes an empty text for no answer


@hookimpl
def render_cell(value: Any, column: str, datasette: Datasette) -> Any:
    words = datasette.jinja_env.globals["words"]  # plugin_config() goes through all of them for each cell
    if value is None or isinstance(value, dict):
        return None
    if column in words["codes"]:
        return words[words["codes"][column]].get(str(value))
    name = words["cells"].get(column)
    written = (int, float) if name == NUMBERS else str  # elsewhere the same name may be a count: crawls.fetched
    return datasette.jinja_env.filters[name](value) or NOTHING if name and isinstance(value, written) else None
