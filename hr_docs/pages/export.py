"""Lists as files for a spreadsheet program: CSV and XLSX, row by row, whatever their length."""

import csv
import io
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain, islice
from types import UnionType
from typing import IO, Any, Literal

from django.http import FileResponse, QueryDict, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext, override
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from hr_docs.pages.downloads import CONTENT_TYPES, disposition, safe_name

Format = Literal["csv", "xlsx"]
Value = str | int | float | Decimal | bool | date | datetime | time | None
Answer = FileResponse | StreamingHttpResponse

MARK = "\ufeff"  # without it Excel reads UTF-8 as Windows-1251
LINES_AT_ONCE = 500
NARROW, WIDE = 8, 60  # a column, in characters
MEASURED_ROWS = 100  # that decide how wide the columns are
NAME_LENGTH, SHEET_NAME_LENGTH = 120, 31  # the latter is Excel's limit
DATE_FORMAT, MOMENT_FORMAT = "DD.MM.YYYY", "DD.MM.YYYY HH:MM"

# A spreadsheet program takes a text that begins so for a formula, and some trim it first.
_FORMULA = re.compile(r"^[\s\x00-\x1f]*[=+\-@＝＋－＠]|^[\t\r\n]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML may hold them


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A table to be written once: `rows` may be a generator, each as long as `headings`.

    `title` names the sheet and, with the day, the file. Texts are shown as texts, never computed;
    numbers and days stay numbers and days.
    """

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]

    def file_name(self, file_format: Format) -> str:
        """«Операторы 2026-11-28.xlsx», safe on every file system."""
        title = safe_name(self.title)[:NAME_LENGTH]
        return f"{title} {timezone.localdate():%Y-%m-%d}.{file_format}"


_WRITTEN: tuple[tuple[type | UnionType, Callable[[Any], str]], ...] = (  # the first that fits
    (bool, lambda value: gettext("yes") if value else gettext("no")),
    (datetime, lambda value: f"{_local(value):%d.%m.%Y %H:%M}"),
    (date, lambda value: f"{value:%d.%m.%Y}"),
    (time, lambda value: f"{value:%H:%M}"),
    (Decimal | float, lambda value: str(value).replace(".", ",")),
)


def asked_format(data: QueryDict) -> Format:
    """The format that a form's button names; a workbook where it names none."""
    return "csv" if data.get("format") == "csv" else "xlsx"


def table_answer(table: ExportedTable, file_format: Format) -> Answer:
    """The table as a download. Memory does not grow with the number of rows."""
    answer: Answer
    if file_format == "csv":
        parts = _spoken(csv_lines(table), get_language())
        answer = StreamingHttpResponse(parts, content_type="text/csv; charset=utf-8")
    else:
        answer = FileResponse(xlsx_file(table), content_type=CONTENT_TYPES["xlsx"])
    answer.headers["Content-Disposition"] = disposition(table.file_name(file_format))
    return answer


def csv_lines(table: ExportedTable) -> Iterator[bytes]:
    """The table as Russian Excel opens it by a double click: UTF-8 with its mark, semicolons."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    buffer.write(MARK)
    writer.writerow(map(_csv_text, table.headings))
    for index, row in enumerate(table.rows, start=1):
        writer.writerow(map(_csv_text, row))
        if index % LINES_AT_ONCE == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def xlsx_file(table: ExportedTable) -> IO[bytes]:
    """The table as a workbook in a temporary file, which goes with its last reader."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", table.title)[:SHEET_NAME_LENGTH])
    sheet.freeze_panes = "A2"
    rows = iter(table.rows)
    first = list(islice(rows, MEASURED_ROWS))
    for number, width in enumerate(_widths(table.headings, first), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_heading(sheet, text) for text in table.headings])
    for row in chain(first, rows):
        sheet.append([_cell(sheet, value) for value in row])
    packed = tempfile.TemporaryFile()  # noqa: SIM115  # the answer closes it
    book.save(packed)
    packed.seek(0)
    return packed


def _spoken(parts: Iterator[bytes], language: str | None) -> Iterator[bytes]:
    """Each part in the reader's language: they are made after the view has answered."""
    while True:
        with override(language):
            part = next(parts, None)
        if part is None:
            return
        yield part


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _csv_text(value: Value) -> str:
    """A value as a person in Russia writes it; a text that looks like a formula is quoted."""
    if isinstance(value, str):
        text = _UNPRINTABLE.sub("", value)
        return f"'{text}" if _FORMULA.match(text) else text
    written = next((write for kind, write in _WRITTEN if isinstance(value, kind)), str)
    return "" if value is None else written(value)


def _cell(sheet: Any, value: Value) -> Any:
    """What openpyxl writes for a value: a cell of its own only where the plain value would err."""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, str):
        text = _UNPRINTABLE.sub("", value)
        return _text_cell(sheet, text) if _FORMULA.match(text) else text
    if isinstance(value, datetime):
        return _formatted(sheet, _local(value).replace(tzinfo=None), MOMENT_FORMAT)
    if isinstance(value, date):
        return _formatted(sheet, value, DATE_FORMAT)
    return value


def _text_cell(sheet: Any, text: str) -> Any:
    """A text that stays one, also when somebody edits the cell: Excel's own quote prefix."""
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _formatted(sheet: Any, value: date, number_format: str) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = number_format
    return cell


def _heading(sheet: Any, text: str) -> Any:
    cell = _text_cell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _widths(headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[int]:
    """How wide each column should be for its heading and the first rows."""
    columns = zip(headings, *rows, strict=True)
    longest = [max(len(_csv_text(value)) for value in column) + 2 for column in columns]
    return [min(max(each, NARROW), WIDE) for each in longest]


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment
