"""How a table is written in each format."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pantau.export.gzipped import GzipWriter
from pantau.export.parquet import Parquet
from pantau.export.schema import Table


def json_lines(path: Path, table: Table) -> GzipWriter:
    """One JSON object a line, all columns in each, null where nothing is known."""
    return GzipWriter(path)


def csv_lines(path: Path, table: Table) -> GzipWriter:
    """RFC 4180 with a header, UTF-8, texts quoted, lists as JSON, an empty cell where nothing is known."""
    writer = GzipWriter(path)
    writer.write((",".join(f'"{column.name}"' for column in table.columns) + "\r\n").encode())
    return writer


# format -> how a file is opened, the dialect of the lines that it takes, the end of its name
WRITERS: dict[str, tuple[Callable[[Path, Table], Any], str, str]] = {
    "jsonl": (json_lines, "json", "jsonl.gz"),
    "csv": (csv_lines, "csv", "csv.gz"),
    "parquet": (Parquet, "rows", "parquet"),
}
