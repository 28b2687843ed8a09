"""A .csv file as a stream of rows, whatever Excel or another program made of it."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from employees.importing.errors import UnusableFile
from employees.importing.sheet import MAX_COLUMNS, Cell, Row, Sheet

_DELIMITERS = ";,\t"
_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_LONGEST_CELL = 10_000


@contextmanager
def open_delimited(path: Path) -> Iterator[Sheet]:
    """Open CSV in UTF-8 (with or without a mark), UTF-16 or Windows-1251.

    The delimiter is the one of `;`, `,` and tab that the first line has most of. Raises
    UnusableFile.
    """
    text = _decoded(path.read_bytes())
    lines = (line for line in text.split("\n") if line.strip(f" \r{_DELIMITERS}"))
    delimiter = max(_DELIMITERS, key=next(lines, "").count)
    yield Sheet(rows=_rows(text, delimiter), total=text.count("\n") + 1)


def _decoded(data: bytes) -> str:
    encodings = [name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)]
    for encoding in encodings or ["utf-8", "cp1251"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnusableFile(
        "Это не текстовый файл CSV или его кодировка неизвестна.",
        "Сохраните таблицу как «CSV UTF-8 (разделитель — запятая)» или как книгу .xlsx.",
    )


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for values in reader:
            if number == 1 and values[:1] and values[0].lower().startswith("sep="):
                continue  # Excel's own note about the delimiter
            yield Row(number, [_cell(value) for value in values[: MAX_COLUMNS + 1]])
            number = reader.line_num + 1
    except csv.Error as error:
        is_long = "field limit" in str(error)
        raise UnusableFile(
            f"В строке {number} файла CSV есть ячейка длиннее {_LONGEST_CELL} знаков."
            if is_long
            else f"Файл CSV не разбирается, начиная со строки {number}.",
            ("Сократите её. Если таких нет, проверьте " if is_long else "Проверьте ")
            + 'парность кавычек: кавычка внутри значения удваивается ("").',
        ) from error


def _cell(value: str) -> Cell:
    return Cell(value, fault="formula") if value.lstrip().startswith("=") else Cell(value)
