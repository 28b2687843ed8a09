"""Cells as JSON and back, so that a bad row can be sent back as it came.

A text is a text; anything else is a list of its kind, its value and its number format.
"""

import math
from datetime import date, datetime, time, timedelta
from typing import Any

from employees.importing.sheet import Cell, Row

_DAY = timedelta(days=1)


def packed(row: Row, width: int) -> list[Any]:
    """The cells of a row, as many as there are headings."""
    cells = [_packed(cell) for cell in row.cells[:width]]
    return cells + [None] * (width - len(cells))


def _packed(cell: Cell) -> Any:
    value, form = cell.value, cell.number_format
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return ["flag", value, ""]
    if isinstance(value, timedelta):
        return ["number", value / _DAY, form]
    if isinstance(value, int | float):
        return ["number", value, form] if math.isfinite(value) else str(value)
    kind = "time" if isinstance(value, time) else "day"
    return [kind, value.isoformat(), form]


def unpacked(packed_cell: Any) -> Cell:
    """The cell again; what was a formula is its text now."""
    if packed_cell is None or isinstance(packed_cell, str):
        return Cell(packed_cell)
    kind, value, form = packed_cell
    if kind == "time":
        return Cell(time.fromisoformat(value), form)
    if kind == "day":
        moment = datetime.fromisoformat(value)
        return Cell(moment if "T" in value else date.fromisoformat(value), form)
    return Cell(value, form)
