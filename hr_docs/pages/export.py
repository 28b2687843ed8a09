"""Lists as files for a spreadsheet program: CSV and XLSX, row by row, whatever their length."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain, islice
from types import UnionType
from typing import Any, Literal

from django.http import QueryDict, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext, override

from hr_docs.pages.workbook import Cell, Quoted, workbook_parts

Format = Literal["csv", "xlsx"]
Value = str | int | float | Decimal | bool | date | datetime | time | None

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MARK = "\ufeff"  # without it Excel reads UTF-8 as Windows-1251
LINES_AT_ONCE = 500
NARROW, WIDE = 8, 60  # a column, in characters
MEASURED_ROWS = 100  # that decide how wide the columns are
NAME_LENGTH, SHEET_NAME_LENGTH = 120, 31  # the latter is Excel's limit

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
        title = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', " ", self.title).strip(" .")[:NAME_LENGTH]
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


def table_answer(table: ExportedTable, file_format: Format) -> StreamingHttpResponse:
    """The table as a download that begins at once. Memory does not grow with the rows."""
    write, content_type = _FORMATS[file_format]
    parts = _spoken(write(table), get_language())
    answer = StreamingHttpResponse(parts, content_type=content_type)
    disposition = content_disposition_header(True, table.file_name(file_format))
    answer.headers["Content-Disposition"] = disposition or "attachment"
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


def xlsx_parts(table: ExportedTable) -> Iterator[bytes]:
    """The table as a workbook."""
    rows = iter(table.rows)
    first = list(islice(rows, MEASURED_ROWS))
    yield from workbook_parts(
        title=re.sub(r"[\\/*?:\[\]]", " ", table.title)[:SHEET_NAME_LENGTH],
        headings=table.headings,
        widths=_widths(table.headings, first),
        rows=(list(map(_cell, row)) for row in chain(first, rows)),
    )


_FORMATS: dict[Format, tuple[Callable[[ExportedTable], Iterator[bytes]], str]] = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "xlsx": (xlsx_parts, XLSX_TYPE),
}


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


def _cell(value: Value) -> Cell:
    """A value as the workbook takes it."""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, str):
        text = _UNPRINTABLE.sub("", value)
        return Quoted(text) if _FORMULA.match(text) else text
    return _local(value).replace(tzinfo=None) if isinstance(value, datetime) else value


def _widths(headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[int]:
    """How wide each column should be for its heading and the first rows."""
    columns = zip(headings, *rows, strict=True)
    longest = [max(len(_csv_text(value)) for value in column) + 2 for column in columns]
    return [min(max(each, NARROW), WIDE) for each in longest]


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment
