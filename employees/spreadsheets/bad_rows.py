"""The bad rows as a workbook to be corrected and imported again.

The user's own columns in their order, wrong cells coloured and explained, one more column with all
remarks. A text is never a formula, whatever it begins with.
"""

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from employees.importing.headings import REMARKS
from employees.importing.sheet import letter
from employees.importing.workbook import SHEET_TITLE
from employees.models import ImportRow, SpreadsheetImport
from employees.spreadsheets.packing import unpacked

_HEADING = PatternFill("solid", fgColor="DDEBF7")
_WRONG = PatternFill("solid", fgColor="F8CBAD")
_SIGNS = ("=", "+", "-", "@")
_DATE, _TIME = "DD.MM.YYYY", "HH:MM"
_LONGEST = 32_000  # characters of a cell; Excel's limit is 32,767


def bad_rows_workbook(spreadsheet: SpreadsheetImport) -> bytes:
    """The .xlsx file."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET_TITLE)
    sheet.freeze_panes = "A2"
    titles = [*spreadsheet.titles, REMARKS]
    for place in range(1, len(titles) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = 18
    sheet.column_dimensions[get_column_letter(len(titles))].width = 70
    sheet.append([_heading(sheet, title) for title in titles])
    for row in spreadsheet.rows.bad().iterator(chunk_size=500):
        sheet.append(_cells(sheet, row))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _heading(sheet: Any, title: str) -> Any:
    cell = _text(sheet, title)
    cell.font, cell.fill = Font(bold=True), _HEADING
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cells(sheet: Any, row: ImportRow) -> list[Any]:
    cells = [_cell(sheet, value) for value in row.cells]
    letters = [letter(place) for place in range(len(cells))]
    for error in row.errors:
        if error["column"] in letters:
            _mark(cells[letters.index(error["column"])], error)
    remarks = _text(sheet, f"Строка {row.number}. " + " ".join(map(_remark, row.errors)))
    remarks.alignment = Alignment(wrap_text=True, vertical="top")
    return [*cells, remarks]


def _remark(error: dict[str, Any]) -> str:
    name = f"{error['heading']}: " if error["heading"] else ""
    return f"{name}{error['reason']} {error['remedy']}"


def _mark(cell: Any, error: dict[str, Any]) -> None:
    cell.fill = _WRONG
    cell.comment = Comment(f"{error['reason']}\n{error['remedy']}", "Импорт", width=320, height=110)


def _cell(sheet: Any, value: Any) -> Any:
    cell = unpacked(value)
    if cell.value is None or isinstance(cell.value, str):
        return _text(sheet, cell.value or "")
    written = WriteOnlyCell(sheet, cell.value)
    written.number_format = cell.number_format or written.number_format
    if hasattr(cell.value, "isoformat"):
        written.number_format = _DATE if hasattr(cell.value, "year") else _TIME
    return written


def _text(sheet: Any, value: str) -> Any:
    """A text cell: Excel neither computes it nor makes a number of it."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST] or None)
    cell.number_format = "@"
    if value.startswith(_SIGNS):
        cell.data_type, cell.quotePrefix = "s", True
    return cell
