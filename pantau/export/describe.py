"""Tables of an extract as Frictionless schemas and JSON Schemas."""

from typing import Any

from pantau.export.schema import Column, Table

FRICTIONLESS = {"list": "array", "moment": "string"}  # else the same names
JSON_TYPES = {"list": "array", "moment": "string", "date": "string"}
MOMENT_PATTERN = (
    r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$"  # with offset, or a day alone
)
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def frictionless(table: Table, present: dict[str, str], suffix: str) -> dict[str, Any]:
    """The Table Schema. `present` names the resource of each table of the same format, for the foreign keys."""
    schema: dict[str, Any] = {
        "fields": [_field(column, suffix) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    links = [column for column in table.columns if column.links and column.links[0] in present]
    if links:
        schema["foreignKeys"] = [_foreign_key(column, present) for column in links]
    return schema


def _field(column: Column, suffix: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": FRICTIONLESS.get(column.type, column.type)}
    if column.about:
        field["description"] = column.about
    if column.unit:
        field["unit"] = column.unit
    if column.type == "boolean" and suffix == "csv":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
        if column.type == "string":
            field["missingValues"] = ["\x00"]  # here an empty cell is an empty text, and nothing is missing
    if column.codes:
        constraints["enum"] = list(column.codes)
    if column.type == "moment":
        constraints["pattern"] = MOMENT_PATTERN
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_key(column: Column, present: dict[str, str]) -> dict[str, Any]:
    table, target = column.links or ("", "")
    return {"fields": [column.name], "reference": {"resource": present[table], "fields": [target]}}


def json_schema(table: Table) -> dict[str, Any]:
    """The JSON Schema of one line of the table's .jsonl.gz."""
    return {
        "$schema": DRAFT,
        "title": table.title,
        "description": table.about,
        "type": "object",
        "properties": {column.name: _property(column) for column in table.columns},
        "required": [column.name for column in table.columns],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    name = JSON_TYPES.get(column.type, column.type)
    found: dict[str, Any] = {"type": name if column.required else [name, "null"]}
    if column.about:
        found["description"] = column.about + (f" ({column.unit})" if column.unit else "")
    if column.codes:
        found["enum"] = [*column.codes, *([] if column.required else [None])]
    if column.type == "list":
        found["items"] = {"type": "string"}
    if column.type == "date":
        found["format"] = "date"
    if column.type == "moment":
        found["pattern"] = MOMENT_PATTERN
    return found


def nested_schema(articles: Table) -> dict[str, Any]:
    """The JSON Schema of one line of articles_full.jsonl.gz: its frame; the records are those of `pantau read`."""
    texts, objects = {"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"type": "object"}}
    place = {"part": {"enum": ["title", "caption", "text"]}, "start": {"type": "integer"}, "end": {"type": "integer"}}
    placed = {
        "type": "array",
        "items": {"type": "object", "properties": place, "required": list(place)},
    }
    article = {key: value for key, value in json_schema(articles).items() if key != "$schema"}
    properties = {
        "id": {"type": "integer"}, "url": {"type": "string"}, "source": {"type": ["string", "null"]},
        "title": {"type": "string"},
        "published": {"type": ["string", "null"], "format": "date"}, "article": article,
        "relevant": {"type": "boolean"}, "officials": placed, "people": texts, "ministries": objects,
        "agencies": objects, "organisations": texts, "places": texts, "countries": texts, "figures": placed,
        "dates": placed, "quotes": placed, "statements": placed, "topics": objects, "mentions": placed,
        "failures": {"type": "object"},
    }  # fmt: skip
    return {
        "$schema": DRAFT,
        "title": "Articles with all that was read out of them",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
