"""Cells of tables: codes, days and lists written for readers, as metadata.yaml (plugins: words) says for a column."""

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette


@hookimpl
def render_cell(value: Any, column: str, datasette: Datasette) -> Any:
    words = datasette.plugin_config("words") or {}
    if value is None or isinstance(value, dict):
        return None
    if column in words["codes"]:
        return words[words["codes"][column]].get(str(value))
    name = words["cells"].get(column)
    return datasette.jinja_env.filters[name](value) or None if name else None
