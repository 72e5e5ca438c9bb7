"""What stands beside the data: datapackage.json, schemas, README, citation, checksums. Made of the data alone."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from nlp.rules import rules
from pantau.export.accuracy import HEAD, explained
from pantau.export.describe import frictionless, json_schema, nested_schema
from pantau.export.schema import Table

NESTED = "articles_full"
MEDIA = {"jsonl": "application/jsonl", "csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
WITHOUT_TEXT = (
    "This extract leaves out the articles' texts. Headlines, captions, quotations and sentences are short excerpts "
    "from works of their publishers, given so that every row can be checked: cite the article by its address. What "
    "was read out of them is free to use with citation."
)
WITH_TEXT = (
    "**The texts belong to their publishers** (column `publisher`, address in `url`), not to Pantau IKM and not to "
    "you. They are in this extract for analysis on your own machines. Quote briefly, name the publisher, link to the "
    "original; do not publish or pass on the texts. What was read out of them is free to use with citation."
)


@dataclass(frozen=True)
class Data:
    """One data file of an extract."""

    path: str  # file name
    table: Table
    format: str  # jsonl, csv, parquet
    rows: int
    size: int  # bytes
    sha256: str
    nested: bool = False

    @property
    def name(self) -> str:
        """ "articles-csv": of the resource in datapackage.json."""
        return f"{NESTED if self.nested else self.table.name}-{self.format}".replace("_", "-")


def checksum(path: Path) -> str:
    """The file's SHA-256 in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_package(folder: Path, data: list[Data], about: dict[str, Any]) -> None:
    """Writes everything that is no data into `folder`; `about` is what provenance() says."""
    tables = {item.table.name: item.table for item in data}
    digest = hashlib.sha256("".join(f"{item.sha256} {item.path}\n" for item in data).encode()).hexdigest()
    about = {"id": digest[:16], **about}
    _json(folder / "datapackage.json", _datapackage(data, about))
    (folder / "schemas").mkdir()
    for name, table in tables.items():
        _json(folder / "schemas" / f"{name}.schema.json", json_schema(table))
    if any(item.nested for item in data):
        _json(folder / "schemas" / f"{NESTED}.schema.json", nested_schema(tables["articles"]))
    (folder / "README.md").write_text(_readme(data, tables, about), encoding="utf-8")
    (folder / "CITATION.cff").write_text(_citation(about), encoding="utf-8")
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    known = {item.path: item.sha256 for item in data}
    sums = "".join(f"{known.get(name) or checksum(folder / name)}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")


def _json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _datapackage(data: list[Data], about: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": "pantau-ikm",
        "id": about["id"],
        "title": _title(about),
        "description": "What the Indonesian press reported on small and medium industry, and what was read out of it",
        "version": about["schema_version"],
        **({"created": about["state"]} if about["state"] else {}),
        "sources": [{"title": "News sites of the table publishers; every article carries its address"}],
        "pantau": about,
        "resources": [_resource(item, data) for item in data],
    }


def _resource(item: Data, data: list[Data]) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": item.name,
        "path": item.path,
        "title": item.table.title,
        "description": item.table.about,
        "mediatype": MEDIA[item.format],
        "bytes": item.size,
        "hash": f"sha256:{item.sha256}",
        "rowCount": item.rows,
    }
    if item.nested:
        about = "One document an article with all that was read out of it, in the form of `pantau read`"
        return resource | {"type": "file", "description": about, "jsonSchema": f"schemas/{NESTED}.schema.json"}
    present = {o.table.name: o.name for o in data if o.format == item.format and not o.nested and _is_table(o)}
    schema = frictionless(item.table, present, item.format)
    more = {"jsonSchema": f"schemas/{item.table.name}.schema.json"} if item.format == "jsonl" else {}
    if not _is_table(item):
        return resource | {"type": "file", "tableSchema": schema} | more
    kind = {"type": "table", "format": item.format, "compression": "gz", "encoding": "utf-8", "rows": item.rows}
    return resource | kind | more | {"schema": schema}


def _is_table(item: Data) -> bool:
    """Whether Frictionless reads it as one: Parquet has its own types, and JSONL without a line is an error there."""
    return item.format == "csv" or (item.format == "jsonl" and item.rows > 0)


def _title(about: dict[str, Any]) -> str:
    return f"Pantau IKM: extract of {_period(about)}"


def _period(about: dict[str, Any]) -> str:
    first, last = about["period"]["first"], about["period"]["last"]
    return f"{first} to {last}" if first else "no article"


def _readme(data: list[Data], tables: dict[str, Table], about: dict[str, Any]) -> str:
    template = Template(Path(__file__).with_name("README.tmpl").read_text(encoding="utf-8"))
    narrowed = {k: v for k, v in about["selection"].items() if v and k != "with_text"}
    chosen = ", ".join(f"{k.replace('_', ' ')} {'' if v is True else v}".strip() for k, v in narrowed.items())
    texts = about["selection"]["with_text"]
    return template.substitute(
        about,
        period=_period(about),
        selected=f"Selected from the database: {chosen}." if chosen else "Nothing of the database is left out.",
        only=" that belong to the articles selected" if chosen else "",
        rules=", ".join(about["rules"]) or "none",
        rules_table=_rows("rule | what it says", [(f"`{name}`", words) for name, words in rules().items()]),
        model=about["model"] or "none (rules alone)",
        publishers=next((item.rows for item in data if item.table.name == "publishers"), 0),
        notice_title="Whose texts these are",
        notice=WITH_TEXT if texts else WITHOUT_TEXT,
        files=_rows("file | rows | bytes | SHA-256", [(f"`{i.path}`", i.rows, i.size, f"`{i.sha256}`") for i in data]),
        accuracy=_accuracy(about, tables.values()),
        tables="\n\n".join(map(_columns, tables.values())),
    )


def _rows(head: str, rows: list[tuple[Any, ...]]) -> str:
    names = head.split(" | ")
    lines = [f"| {head} |", "| " + " | ".join("---" for _ in names) + " |"]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def _columns(table: Table) -> str:
    rows = [
        (f"`{c.name}`", c.type + ("" if c.required else ", may be null"), c.unit or "", c.about) for c in table.columns
    ]
    key = ", ".join(f"`{name}`" for name in table.key)
    return f"### {table.name}\n\n{table.about} Key, and order of the rows: {key}.\n\n" + _rows(
        "column | type | unit | what it is", rows
    )


def _accuracy(about: dict[str, Any], tables: Iterable[Table]) -> str:
    if not about["accuracy"]["fields"]:
        return "No accuracy has been measured for the rules of this extract."
    words, rows = explained(about["accuracy"], about["rules"], tables)
    return f"{words}\n\n{_rows(HEAD, rows)}"


def _citation(about: dict[str, Any]) -> str:
    lines = {
        "cff-version": "1.2.0",
        "message": "If you use this extract, please cite it, and the articles that you quote by their addresses.",
        "type": "dataset",
        "title": _title(about),
        "version": f"{about['id']} (schema {about['schema_version']}, program {about['program']})",
    }
    released = {"date-released": about["state"][:10]} if about["state"] else {}
    plain = {key: json.dumps(value, ensure_ascii=False) for key, value in (lines | released).items()}
    identifier = json.dumps(f"pantau-ikm:extract:{about['id']}")
    return "".join(f"{key}: {value}\n" for key, value in plain.items()) + (
        'authors:\n  - name: "Pantau IKM"\n'
        f"identifiers:\n  - type: other\n    value: {identifier}\n    description: fingerprint of the data files\n"
    )
