"""A table as it was read, before its cells are understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from string import ascii_uppercase
from typing import Literal, NamedTuple

MAX_ROWS = 100_000
MAX_COLUMNS = 300

Value = str | int | float | bool | date | datetime | time | timedelta | None


class Cell(NamedTuple):
    """A value and, for a number, the format it is shown in; `fault` names what has no value."""

    value: Value
    number_format: str = ""
    fault: Literal["", "formula", "error", "name", "passport"] = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing, or nothing but spaces, stands in it."""
        if self.fault:
            return False
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())


class Row(NamedTuple):
    """The cells of a row; `number` is the one that Excel shows (in CSV: the line)."""

    number: int
    cells: Sequence[Cell]

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return all(cell.is_empty for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a file; `rows` can be walked once and raises UnusableFile where it breaks.

    `title` and `titles` (all sheets of the book) are empty for CSV. `total` is how many rows there
    are at most, the empty ones and the heading included: it is for a progress bar. `merged` are the
    merged cells that reach lowest, as «B1:C1»; `hidden` are the numbers of the rows that a filter
    or the author keeps out of sight.
    """

    rows: Iterator[Row]
    total: int = 0
    title: str = ""
    titles: tuple[str, ...] = ()
    merged: str = ""
    hidden: frozenset[int] = frozenset()

    def has_merged_since(self, row: int) -> bool:
        """Whether merged cells reach the row or a later one."""
        return bool(self.merged) and last_row(self.merged) >= row


def last_row(cells: str) -> int:
    """The last row of a range: 7 of «B5:C7»."""
    return int(cells.rpartition(":")[2].lstrip(ascii_uppercase))


def letter(column: int) -> str:
    """Excel's name of a column counted from 0: 0 → «A», 27 → «AB»."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
