"""Physical lines of a master's text → logical lines: paragraphs joined, marks recognised."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class LineKind(Enum):
    """What a logical line is."""

    PARAGRAPH = "paragraph"
    TAG = "tag"
    NOTE = "note"
    TABLE = "table"
    TABLE_END = "table end"
    ROW = "row"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line: `number` is where it begins in the file, from 1."""

    kind: LineKind
    text: str
    style: str
    number: int


BODY_STYLE = "Основной текст"
CELL_STYLE = "Ячейка"
HEADING_CELL_STYLE = "Шапка таблицы"

_MARKS = (
    ("== ", "Раздел"),
    ("= ", "Название документа"),
    (".. ", "Подпункт"),
    (". ", "Пункт"),
    ("- ", "Перечисление"),
)
_STYLED = re.compile(r"\[(?P<style>[^\[\]]+)\] ?(?P<text>.*)")
_TAG = re.compile(r"\{%(p|tr) .*%\}")


def read_lines(text: str, first: int) -> Iterator[Line]:
    """Logical lines of `text`; `first` is the number of its first line in the file."""
    pending: Line | None = None
    for number, raw in enumerate(text.splitlines(), start=first):
        line = _mark(raw.rstrip(), number)
        if line is not None and line.kind is LineKind.PARAGRAPH and not line.style:
            pending = _continued(pending, line)
            continue
        if pending is not None:
            yield pending
            pending = None
        if line is not None and line.kind in (LineKind.PARAGRAPH, LineKind.CELL):
            pending = line
        elif line is not None:
            yield line
    if pending is not None:
        yield pending


def _continued(pending: Line | None, line: Line) -> Line:
    """Join a line without a mark of its own to the paragraph before it, or begin a new one."""
    if pending is None:
        return Line(LineKind.PARAGRAPH, line.text, BODY_STYLE, line.number)
    if line.text.startswith("{%-"):
        text = pending.text + "{%" + line.text[3:]
    else:
        text = f"{pending.text} {line.text}"
    return Line(pending.kind, text, pending.style, pending.number)


def _mark(raw: str, number: int) -> Line | None:
    """What a physical line is; None for a blank one; style "" for one without a mark."""
    if not raw:
        return None
    if raw.startswith("#"):
        return Line(LineKind.NOTE, raw[1:].strip(), "", number)
    if _TAG.fullmatch(raw):
        return Line(LineKind.TAG, raw, "", number)
    if raw[0] in "|!" or raw.startswith("{|"):
        return _table_line(raw, number)
    return _paragraph(raw, number)


def _paragraph(raw: str, number: int) -> Line:
    for mark, style in _MARKS:
        if raw.startswith(mark):
            return Line(LineKind.PARAGRAPH, raw[len(mark) :], style, number)
    if match := _STYLED.fullmatch(raw):
        return Line(LineKind.PARAGRAPH, match["text"], match["style"], number)
    return Line(LineKind.PARAGRAPH, raw, "", number)


def _table_line(raw: str, number: int) -> Line:
    if raw.startswith("{|"):
        return Line(LineKind.TABLE, raw[2:].strip(), "", number)
    if raw == "|}":
        return Line(LineKind.TABLE_END, raw, "", number)
    if raw == "|-":
        return Line(LineKind.ROW, raw, "", number)
    text = raw[1:].strip()
    if match := _STYLED.fullmatch(text):
        return Line(LineKind.CELL, match["text"], match["style"], number)
    style = HEADING_CELL_STYLE if raw.startswith("!") else CELL_STYLE
    return Line(LineKind.CELL, text, style, number)
