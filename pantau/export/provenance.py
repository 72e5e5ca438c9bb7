"""What an extract was made by and of: program, rules, model, accuracy, period. Nothing of the clock or the machine."""

import json
import sqlite3
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from pantau.export.schema import SCHEMA_VERSION
from pantau.export.selection import Selection

FLOORS = "floors"  # scores (F1) that the rules are held above, on articles marked by hand
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


def accuracy() -> dict[str, Any]:
    """What was measured on articles marked by hand: of nlp/accuracy.json where it is, else the floors."""
    room = files("nlp")
    measured = room / "accuracy.json"
    if measured.is_file():
        return {"what": "measured", "scores": json.loads(measured.read_text(encoding="utf-8"))}
    floors = json.loads((room / "floors.json").read_text(encoding="utf-8"))["floors"]
    return {
        "what": "floors: the F1 (relevance: accuracy) that the rules are held above, on articles marked by hand; "
        "open: articles that the writers of the rules saw, held_out: articles that they did not",
        "scores": floors,
    }
