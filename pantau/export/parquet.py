"""One table as Parquet: rows of the database, checked by Arrow a chunk at a time."""

import json
import os
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pantau.export.rows import MOMENT
from pantau.export.schema import Column, Table

ROW_GROUP = 100_000  # rows that a reader takes at once
ROW_GROUP_BYTES = 16 << 20  # the same for long texts
READ = {
    "integer": pa.int64(), "number": pa.float64(), "string": pa.string(), "boolean": pa.int8(),
    "list": pa.string(), "date": pa.string(), "moment": pa.string(),
}  # fmt: skip
LIST = pa.list_(pa.string())
WRITTEN = READ | {"boolean": pa.bool_(), "list": LIST, "date": pa.date32()}
MOMENTS = f"^(?:{MOMENT.pattern})$"


class Parquet:
    """Typed columns, zstd; a date is a date, a moment keeps its offset as text.

    Raises ValueError, or an error of Arrow that is one, for values that are not what the schema says.
    """

    def __init__(self, path: Path, table: Table) -> None:
        self._columns = table.columns
        fields = [pa.field(c.name, WRITTEN[c.type], nullable=not c.required) for c in table.columns]
        self._schema = pa.schema(fields)
        self._waiting: list[pa.RecordBatch] = []
        self._stack = ExitStack()
        self._file = self._stack.enter_context(path.open("wb"))
        self._out = self._stack.enter_context(pq.ParquetWriter(self._file, self._schema, compression="zstd"))
        self._worker = self._stack.enter_context(ThreadPoolExecutor(1))
        self._last: Future[None] | None = None

    def write(self, rows: list[tuple[Any, ...]]) -> None:
        """Checks and writes in a thread of its own, while the next rows are read."""
        values = zip(*rows, strict=True)
        arrays = [pa.array(v, READ[c.type]) for c, v in zip(self._columns, values, strict=True)]
        self._wait()
        self._last = self._worker.submit(self._take, arrays)

    def _wait(self) -> None:
        if self._last:
            self._last.result()
            self._last = None

    def _take(self, arrays: list[pa.Array]) -> None:
        checked = [_checked(column, array) for column, array in zip(self._columns, arrays, strict=True)]
        self._waiting.append(pa.record_batch(checked, schema=self._schema))
        size = sum(batch.nbytes for batch in self._waiting)
        if size >= ROW_GROUP_BYTES or sum(map(len, self._waiting)) >= ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            group = pa.Table.from_batches(self._waiting, self._schema)
            self._out.write_table(group, row_group_size=len(group))
            self._waiting = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._stack:
            if kind is None:
                self._wait()
                self._flush()
                self._out.close()
                self._file.flush()
                os.fsync(self._file.fileno())


def _checked(column: Column, array: pa.Array) -> pa.Array:
    """The values as they are written."""
    texts = array.type == pa.string()
    if texts and not (column.required and column.type == "string"):
        empty = pc.equal(array, "")
        array = pc.if_else(empty, pa.scalar(None, pa.string()), array) if pc.any(empty).as_py() else array
    if column.required and array.null_count:
        raise ValueError(f"{column.name} is missing")
    if not pc.all(_valid(column, array), min_count=0).as_py():
        raise ValueError(f"{column.name} is not what the schema says")
    if column.type == "list":
        return _lists(array)
    return array if WRITTEN[column.type] == array.type else array.cast(WRITTEN[column.type])


def _valid(column: Column, array: pa.Array) -> pa.Array:
    if column.codes:
        return pc.is_in(array, pa.array([*column.codes, None], pa.string()))
    if column.type == "boolean":
        return pc.is_in(array, pa.array([0, 1, None], pa.int8()))
    if column.type == "number":
        return pc.is_finite(array)
    if column.type == "moment":
        return pc.match_substring_regex(array, MOMENTS)
    return pa.array([True])


def _lists(texts: pa.Array) -> pa.Array:
    """JSON texts as lists; each different text is read once."""
    encoded = texts.dictionary_encode()
    lists = [json.loads(text) for text in encoded.dictionary.to_pylist()]
    if not all(isinstance(found, list) for found in lists):
        raise ValueError("is not a JSON list of texts")
    return pa.array(lists, LIST).take(encoded.indices)
