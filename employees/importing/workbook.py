"""An .xlsx file as a stream of rows (the only importer of openpyxl's reader)."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from employees.importing.archive import check_archive
from employees.importing.errors import UnusableFile
from employees.importing.sheet import MAX_COLUMNS, Cell, Row, Sheet, last_row

SHEET_TITLE = "Операторы"
_EXCEL_ROWS = 1_048_576
_BATCH = 500
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?)"')
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_HIDDEN = re.compile(
    rb'<(?:\w+:)?row\s(?=[^>]*\shidden="(?:1|true)")(?:[^>]*\s)?r="([0-9]+)"', re.ASCII
)
_LONGEST_TAG = 1000
_BROKEN = (
    AttributeError,
    EOFError,
    IndexError,
    InvalidFileException,
    KeyError,
    OSError,
    SyntaxError,  # xml.etree's ParseError
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl raises on a book that breaks the format; it has no error of its own for that."""


@contextmanager
def open_workbook(path: Path) -> Iterator[Sheet]:
    """Open the sheet «Операторы», or else the first visible one.

    Formulas are not computed: their cells carry the fault `formula`. Raises UnusableFile.
    """
    check_archive(path)
    with path.open("rb") as file:
        book = _load(file)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not sheets:
            raise UnusableFile(
                "В книге нет видимых листов с таблицей.", "Покажите лист с таблицей."
            )
        chosen = next((sheet for sheet in sheets if _is_named(sheet.title)), sheets[0])
        total, merged, hidden = _scan(path, chosen)
        titles = tuple(sheet.title for sheet in sheets)
        yield Sheet(_rows(chosen), total, chosen.title, titles, merged, hidden)


def _load(file: IO[bytes]) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of the book that are not read
            return load_workbook(file, read_only=True, data_only=False, keep_links=False)
    except _BROKEN as error:
        raise _broken() from error


def _is_named(title: str) -> bool:
    return title.strip().lower() == SHEET_TITLE.lower()


def _broken() -> UnusableFile:
    return UnusableFile(
        "Книга Excel повреждена: её содержимое не читается.",
        "Откройте её в Excel, сохраните как новую книгу .xlsx и повторите.",
    )


def _scan(path: Path, sheet: Any) -> tuple[int, str, frozenset[int]]:
    """How many rows the sheet stores, which merged cells reach lowest, which rows are hidden.

    The read-only sheet tells none of it, so its part is searched as text.
    """
    tail, total, merged, hidden = b"", 0, "", set[int]()
    with zipfile.ZipFile(path) as archive, archive.open(sheet._worksheet_path) as file:
        while chunk := file.read(2**20):
            text = tail + chunk
            total += sum(1 for match in _ROW.finditer(text) if match.end() > len(tail))
            ranges = (match[1].decode() for match in _MERGED.finditer(text))
            merged = max(filter(None, (merged, *ranges)), key=last_row, default="")
            hidden.update(int(number) for number in _HIDDEN.findall(text))
            tail = text[-_LONGEST_TAG:]
    return total, merged, frozenset(hidden)


def _rows(sheet: Any) -> Iterator[Row]:
    """Row after row; openpyxl's warnings are silenced batch by batch, not while the caller runs."""
    # The stored dimension is often wrong in files that other programs wrote.
    sheet.reset_dimensions()
    raw = enumerate(sheet.iter_rows(max_row=_EXCEL_ROWS), start=1)
    while batch := _batch(raw):
        yield from batch


def _batch(raw: Iterator[tuple[int, Any]]) -> list[Row]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about dates outside Excel's calendar
            return [
                Row(number, [_cell(cell) for cell in cells[: MAX_COLUMNS + 1]])
                for number, cells in islice(raw, _BATCH)
            ]
    except _BROKEN as error:
        raise _broken() from error


_EMPTY = Cell(None)


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return _EMPTY
    kind = cell.data_type
    if kind == "f":
        return Cell(str(value), fault="formula")
    if kind == "e":
        return Cell(str(value), fault="error")
    if kind == "n" and isinstance(value, int | float):
        return Cell(value, cell.number_format)
    if isinstance(value, str) and value.lstrip().startswith("="):
        return Cell(value, fault="formula")  # kept as text, as in the table of bad rows
    return Cell(value)
