"""Bad rows as the user's own sheet shows them: letters, headings, the cells that matter."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from employees.importing.cells import shown
from employees.importing.headings import column_named
from employees.importing.sheet import letter
from employees.models import ImportRow, SpreadsheetImport
from employees.spreadsheets.packing import unpacked

_WHO = ("personnel_number", "surname", "name")
_LONGEST = 200


@dataclass(slots=True)
class GridCell:
    """What stands in a cell, and what is wrong with it: {"reason", "remedy"}.

    `place` is «F, Дата рождения»; `is_who` says that the cell tells whose row it is.
    """

    text: str
    place: str
    is_who: bool
    errors: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class GridRow:
    """`beside` are errors of columns that the table has not."""

    number: int
    cells: list[GridCell]
    beside: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Grid:
    """`columns` are letters with the user's own headings."""

    columns: list[tuple[str, str]]
    rows: list[GridRow]

    @property
    def has_beside(self) -> bool:
        """Whether some row lacks something that has no column."""
        return any(row.beside for row in self.rows)


def grid(spreadsheet: SpreadsheetImport, rows: Sequence[ImportRow]) -> Grid:
    """These bad rows with the columns that say whose they are, and those with an error."""
    titles = spreadsheet.titles
    letters = [letter(place) for place in range(len(titles))]
    wrong = {error["column"] for row in rows for error in row.errors}
    places = [
        place for place, title in enumerate(titles) if letters[place] in wrong or _says_who(title)
    ]
    columns = [(letters[place], titles[place]) for place in places]
    return Grid(columns, [_row(row, titles, places) for row in rows])


def _cell(row: ImportRow, title: str, place: int) -> GridCell:
    text = shown(unpacked(row.cells[place]))[:_LONGEST] if place < len(row.cells) else ""
    return GridCell(text, f"{letter(place)}, {title}", _says_who(title))


def _says_who(title: str) -> bool:
    column = column_named(title)
    return column is not None and column.field in _WHO


def _row(row: ImportRow, titles: list[str], places: list[int]) -> GridRow:
    cells = {letter(place): _cell(row, titles[place], place) for place in places}
    beside = []
    for error in row.errors:
        if error["column"] in cells:
            cells[error["column"]].errors.append(error)
        else:
            beside.append(error)
    return GridRow(row.number, list(cells.values()), beside)
