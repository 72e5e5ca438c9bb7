"""What an extract was made by and of: program, rules, model, accuracy, period. Nothing of the clock or the machine."""

import sqlite3
from importlib.metadata import version
from typing import Any

from pantau.export.accuracy import accuracy
from pantau.export.schema import SCHEMA_VERSION
from pantau.export.selection import Selection

RULES = """
select rules, max(model) from taggings where articles > 0 group by rules order by max(id) desc
"""


def provenance(db: sqlite3.Connection, selection: Selection) -> dict[str, Any]:
    """Keys schema_version, program, rules, model, state (when the database last changed, UTC), period, selection,
    accuracy."""
    read = db.execute(RULES).fetchall()
    chosen = " where id in (select id from temp.chosen)" if selection.narrows else ""
    first, last = db.execute(f"select min(day), max(day) from articles{chosen}").fetchone()
    state = db.execute(
        "select max(at) from (select max(ended) as at from taggings union select max(ended) from crawls "
        "union select max(fetched) from articles)"
    ).fetchone()[0]
    return {
        "schema_version": SCHEMA_VERSION,
        "program": version("pantau-ikm"),
        "rules": [rules for rules, _ in read],
        "model": next((model for _, model in read if model), None),
        "state": state,
        "period": {"first": first, "last": last},
        "selection": _selection(selection),
        "accuracy": accuracy(),
    }


def _selection(selection: Selection) -> dict[str, Any]:
    return {
        "since": selection.since,
        "until": selection.until,
        "publishers": list(selection.publishers),
        "relevant_only": selection.relevant,
        "topics": list(selection.topics),
        "entities": list(selection.entities),
        "with_text": selection.with_text,
    }
