"""Excel: .xlsx of every table, query and row, with a sheet that says what it holds and what its columns mean.

Texts are cells of text however they begin, and marked so that they stay text when somebody edits them. The words stand
in metadata.yaml (plugins: xlsx).
"""

import asyncio
import io
import re
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE as ILLEGAL
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_CELL = 32_767  # characters that Excel can hold in one
MAX_INT = 10**15  # Excel's numbers have 15 digits; longer ones are written as text
WIDTH, WIDEST = 18, 60  # of a column, in characters
FORMULA = re.compile(r"\s*[=+\-@]")
PAGING = {"_next", "_size", "_shape", "_labels", "_format", "_extra", "_nl"}
Row = list[Any]


@hookimpl(trylast=True)  # before any other renderer of the same format that happens to be installed
def register_output_renderer() -> dict[str, Any]:
    return {"extension": "xlsx", "render": render}


async def render(
    datasette: Datasette,
    request: Request,
    database: str,
    table: str | None,
    query_name: str | None,
    columns: list[str],
    rows: list[Any],
    view_name: str,
) -> Response:
    """The whole result of a table, page after page, up to max_rows; of a query or row what Datasette answers."""
    words = datasette.plugin_config("xlsx") or {}
    queries = datasette.metadata(database=database).get("queries") or {}
    about = queries.get(query_name) or (datasette.table_metadata(database, table) if table else {})
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(about.get("title") or words["result"]))
    sheet.freeze_panes = "A2"
    _widths(sheet, [WIDEST if name in words["wide"] else WIDTH for name in columns])
    sheet.append([_cell(sheet, name, words, Font(bold=True)) for name in columns])
    count = 0
    source = _table(datasette, request, columns) if table and view_name == "table" else _plain(rows, columns)
    async for page in source:
        fitting = page[: words["max_rows"] - count]
        await asyncio.to_thread(_write, sheet, fitting, words)  # so that others are answered meanwhile
        count += len(fitting)
        if count == words["max_rows"]:
            break
    _explain(book, words, about, columns, count, datasette.absolute_url(request, request.full_path))
    return await asyncio.to_thread(_answer, book, query_name or table or database)


async def _plain(rows: list[Any], columns: list[str]) -> AsyncIterator[list[Row]]:
    yield [[row[name] for name in columns] if isinstance(row, dict) else list(row) for row in rows]


async def _table(datasette: Datasette, request: Request, columns: list[str]) -> AsyncIterator[list[Row]]:
    """All pages of a table, asked of Datasette itself, so that filters, order and permissions are the reader's."""
    path = request.path.removeprefix(datasette.setting("base_url").rstrip("/")).removesuffix(".xlsx") + ".json"
    asked = [(k, v) for k, v in parse_qsl(request.query_string, keep_blank_values=True) if k not in PAGING]
    asked += [("_size", "max"), ("_shape", "objects"), ("_nofacet", "1"), ("_nocount", "1")]
    headers = {"authorization": value} if (value := request.headers.get("authorization")) else {}
    following: list[tuple[str, str]] = []
    while True:
        address = f"{path}?{urlencode(asked + following)}"
        response = await datasette.client.get(address, cookies=request.cookies, headers=headers)
        response.raise_for_status()
        page = response.json()
        yield [[row[name] for name in columns] for row in page["rows"]]
        if not page["next"]:
            return
        following = [("_next", page["next"])]


def _write(sheet: Any, rows: list[Row], words: dict[str, Any]) -> None:
    for row in rows:
        sheet.append([_cell(sheet, value, words) for value in row])


def _cell(sheet: Any, value: Any, words: dict[str, Any], font: Font | None = None) -> Any:
    if isinstance(value, dict):
        value = value.get("label") or value.get("value")
    if value is None or isinstance(value, float) or (isinstance(value, int) and abs(value) < MAX_INT):
        return value
    if isinstance(value, bytes):
        value = words["binary"].format(length=len(value))
    text = ILLEGAL.sub("", str(value))
    if len(text) > MAX_CELL:
        text = text[: MAX_CELL - len(words["cut"])] + words["cut"]
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # never "f", a formula
    cell.quotePrefix = bool(FORMULA.match(text))  # as if typed with an apostrophe, which is not shown
    if font:
        cell.font = font
    return cell


def _explain(
    book: Workbook, words: dict[str, Any], about: dict[str, Any], columns: list[str], count: int, address: str
) -> None:
    sheet = book.create_sheet(words["sheet"])
    _widths(sheet, [WIDTH + 6, WIDEST * 2])
    notes = words["notes"]
    lines = [(notes["title"], about.get("title")), (notes["description"], about.get("description"))]
    lines += [(notes["address"], address), (notes["rows"], count)]
    if count == words["max_rows"]:
        lines.append((notes["limit_name"], notes["limit"].format(max_rows=count)))
    lines += [(notes["source"], words["licence"]), (None, None), (notes["column"], notes["meaning"])]
    lines += [(name, (about.get("columns") or {}).get(name)) for name in columns]
    for name, value in lines:
        cells = [_cell(sheet, name, words, Font(bold=True)), _cell(sheet, value, words)]
        if isinstance(value, str):
            cells[1].alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append(cells)


def _answer(book: Workbook, name: str) -> Response:
    out = io.BytesIO()
    book.save(out)
    headers = {"content-disposition": f'attachment; filename="{name}.xlsx"'}
    return Response(body=out.getvalue(), content_type=TYPE, headers=headers)


def _widths(sheet: Any, widths: list[int]) -> None:
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:31].strip()
