"""The sample workbook: 24 invented people to import, and a sheet that explains the columns.

The same call gives the same bytes, so that the committed file can be compared with its source.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from employees.importing import cells
from employees.importing.cells import Parser
from employees.importing.column import Column
from employees.importing.columns import COLUMNS
from employees.importing.workbook import SHEET_TITLE

_PEOPLE = Path(__file__).with_name("sample.yaml")
_STAMP = b"2026-11-23T00:00:00Z"
_ZIP_TIME = (2026, 11, 23, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_LAST_LISTED_ROW = 1001
_LONGEST_LIST = 255
"""Excel's limit for the values of a list written into the validation itself, in characters."""

_REQUIRED = PatternFill("solid", fgColor="FFE699")
_OPTIONAL = PatternFill("solid", fgColor="DDEBF7")
_KINDS: dict[Parser, str] = {
    cells.day: "Дата: 15.03.2026 или дата Excel",
    cells.clock: "Время: 09:00",
    cells.decimal: "Число, например 230,50",
    cells.whole: "Целое число",
    cells.flag: "да или нет",
}
_RULES = (
    "Таблица читается с листа «Операторы», заголовки — в первой строке или под названием. "
    "Порядок столбцов любой, необязательные можно удалить.",
    "Обязательные столбцы выделены жёлтым. Пустая ячейка необязательного столбца — значение по "
    "умолчанию.",
    "Повторный импорт находит оператора по табельному номеру и обновляет его. Столбцы, которых в "
    "таблице нет, не меняются.",
    "Табельный номер, серии, номера и счета вводите как текст: Excel отбрасывает нули в начале.",
    "Вместо фамилии, имени и отчества можно дать столбец «ФИО», вместо серии и номера паспорта "
    "РФ — столбец «Паспорт». Если чего-то нет, оставьте ячейку пустой или поставьте прочерк.",
    "Формулы не принимаются: вставьте значения. Объединённые ячейки могут стоять только над "
    "заголовками.",
)


def sample_rows() -> list[dict[str, Any]]:
    """The people by heading, with the common values filled in."""
    text = yaml.safe_load(_PEOPLE.read_text(encoding="utf-8"))
    return [{**text["defaults"], **person} for person in text["people"]]


def sample_workbook() -> bytes:
    """The .xlsx file."""
    book = Workbook()
    _fill_people(book.active)
    _fill_explanations(book.create_sheet("Справка"))
    return _deterministic(book)


def _fill_people(sheet: Any) -> None:
    sheet.title = SHEET_TITLE
    for place, column in enumerate(COLUMNS, start=1):
        _fill_heading(sheet, place, column)
    for number, person in enumerate(sample_rows(), start=2):
        for place, column in enumerate(COLUMNS, start=1):
            _fill_cell(sheet.cell(number, place), person.get(column.heading), column)
    sheet.freeze_panes = "D2"
    sheet.row_dimensions[1].height = 45


def _fill_heading(sheet: Any, place: int, column: Column) -> None:
    cell = sheet.cell(1, place, column.heading)
    cell.font = Font(bold=True)
    cell.fill = _REQUIRED if column.is_required else _OPTIONAL
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    words = [("Обязательный. " if column.is_required else "") + _hint(column)]
    if column.example:
        words.append(f"Например: {column.example}")
    cell.comment = Comment("\n".join(words), "Образец", width=300, height=110)
    sheet.column_dimensions[get_column_letter(place)].width = max(14, len(column.heading) * 0.7)
    options = ",".join(_options(column))
    if options and len(options) <= _LONGEST_LIST:
        validation = DataValidation("list", formula1=f'"{options}"', allow_blank=True)
        validation.errorStyle = "warning"
        letter = get_column_letter(place)
        validation.add(f"{letter}2:{letter}{_LAST_LISTED_ROW}")
        sheet.add_data_validation(validation)


def _fill_cell(cell: Any, value: Any, column: Column) -> None:
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "DD.MM.YYYY"
    elif column.parse is cells.decimal:
        cell.number_format = "0.00"
    elif isinstance(value, str) or value is None:
        cell.number_format = "@"


def _fill_explanations(sheet: Any) -> None:
    for rule in _RULES:
        sheet.append([rule])
    sheet.append([])
    sheet.append(["Столбец", "Обязательный", "Что писать", "Пример", "Другие названия столбца"])
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
        cell.fill = _OPTIONAL
    for column in COLUMNS:
        required = "да" if column.is_required else ""
        synonyms = "; ".join(column.synonyms)
        sheet.append([column.heading, required, _hint(column), column.example, synonyms])
    for letter, width in zip("ABCDE", (34, 14, 70, 40, 50), strict=True):
        sheet.column_dimensions[letter].width = width


def _hint(column: Column) -> str:
    if column.hint:
        return column.hint
    return _KINDS.get(column.parse, "Текст")


def _options(column: Column) -> list[str]:
    if column.parse is cells.flag:
        return ["да", "нет"]
    names = cells.main_names(column.names)
    return [] if any("," in name for name in names) else names


def _deterministic(book: Workbook) -> bytes:
    """Save with fixed times: openpyxl writes the present one into the parts and the ZIP."""
    raw, packed = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _parts(raw):
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _parts(raw: io.BytesIO) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(raw) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + _STAMP, content)
            yield name, content
