"""A row of the table as values by column, with everything that is wrong in its cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from employees.importing.cells import CellError, shown
from employees.importing.column import EMPTY, Column, Target
from employees.importing.columns import COLUMNS, HEADING_OF
from employees.importing.headings import Headings
from employees.importing.report import RowError
from employees.importing.sheet import Cell, Row, letter
from employees.rules import Problem

_EMPTY = Cell(None)
_LONGEST_SHOWN = 200
_FEW_CELLS = 2


@dataclass(slots=True)
class ParsedRow:
    """`values` has an entry for every column of the table whose cell could be read."""

    row: Row
    headings: Headings
    values: dict[Column, Any] = field(default_factory=dict)
    errors: list[RowError] = field(default_factory=list)

    def of(self, target: Target) -> Iterator[tuple[str, Any]]:
        """Field names and values of one record."""
        return (
            (column.field, value)
            for column, value in self.values.items()
            if column.target is target
        )

    def reference(self, name: str) -> str:
        """The name under which another record is looked for; empty when none is given."""
        found = dict(self.of(Target.REFERENCE))
        return str(found.get(name, ""))

    def refuse(self, target: Target, problem: Problem) -> None:
        """Note a contradiction at the cell of its field; a relation's cell holds a name."""
        named = {(target, problem.field), (Target.REFERENCE, problem.field)}
        column = next(
            (each for each in self.headings.places if (each.target, each.field) in named), None
        )
        if column is not None:
            self._note(column, problem.reason, problem.remedy)
            return
        heading = next((HEADING_OF[key] for key in named if key in HEADING_OF), problem.field)
        self.errors.append(
            RowError(self.row.number, "", heading, "", problem.reason, problem.remedy)
        )

    def is_refused(self, target: Target, field_name: str) -> bool:
        """Whether something is wrong with the cell of a field."""
        heading = HEADING_OF[target, field_name]
        return any(error.heading == heading for error in self.errors)

    def _note(self, column: Column, reason: str, remedy: str) -> None:
        place = self.headings.places[column]
        error = RowError(
            row=self.row.number,
            column=letter(place),
            heading=column.heading,
            value=shown(self._whole_cell(column))[:_LONGEST_SHOWN],
            reason=reason,
            remedy=remedy,
        )
        if column not in self.headings.splits or not self._has_said(error):
            self.errors.append(error)

    def _has_said(self, error: RowError) -> bool:
        """Whether another column of the same cell has already been refused for the same reason."""
        return any(
            (each.column, each.reason) == (error.column, error.reason) for each in self.errors
        )

    def cell(self, column: Column) -> Cell:
        """What stands in a column; a short row ends in empty cells, a shared one is split."""
        cell, split = self._whole_cell(column), self.headings.splits.get(column)
        return split(cell) if split else cell

    def _whole_cell(self, column: Column) -> Cell:
        place = self.headings.places[column]
        return self.row.cells[place] if place < len(self.row.cells) else _EMPTY

    def read(self, column: Column) -> None:
        """Take the value of a column's cell, or note what is wrong with it."""
        cell = self.cell(column)
        if not column.is_blank(cell):
            try:
                self.values[column] = column.read(cell)
            except CellError as error:
                self._note(column, error.reason, error.remedy)
        elif column.is_required:
            self._note(column, *EMPTY)
        else:
            self.values[column] = column.default()


def parse_row(row: Row, headings: Headings) -> ParsedRow:
    """Read every known column; values to the right of the headings are an error."""
    parsed = ParsedRow(row, headings)
    if _is_remark(parsed):
        return parsed
    for column in headings.places:
        parsed.read(column)
    _refuse_untitled(parsed)
    return parsed


def _is_remark(parsed: ParsedRow) -> bool:
    """Whether the row is a total or a note: no number, hardly anything else; one error says so."""
    filled = [column for column in parsed.headings.places if not parsed.cell(column).is_empty]
    if COLUMNS[0] in filled or len(filled) > _FEW_CELLS:
        return False
    place = next(at for at, cell in enumerate(parsed.row.cells) if not cell.is_empty)
    parsed.errors.append(
        RowError(
            row=parsed.row.number,
            column=letter(place),
            heading="",
            value=shown(parsed.row.cells[place])[:_LONGEST_SHOWN],
            reason="Это не строка оператора: в ней нет табельного номера и почти всего остального.",
            remedy="Удалите итоги и примечания или заполните строку.",
        )
    )
    return True


def _refuse_untitled(parsed: ParsedRow) -> None:
    """A value under no heading would be lost in silence."""
    cells, headings = parsed.row.cells, parsed.headings
    beyond = range(headings.width, len(cells))
    for place in (*(place for place in headings.untitled if place < len(cells)), *beyond):
        if not cells[place].is_empty:
            parsed.errors.append(
                RowError(
                    row=parsed.row.number,
                    column=letter(place),
                    heading="",
                    value=shown(cells[place])[:_LONGEST_SHOWN],
                    reason="Значение стоит в столбце без заголовка.",
                    remedy="Перенесите его под заголовок или удалите; в CSV проверьте кавычки.",
                )
            )
            return
