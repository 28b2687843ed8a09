"""What a row changes, in the words of the table."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

from employees.importing.column import Column, Target
from employees.importing.columns import COLUMNS
from employees.importing.report import ChangedRow, FieldChange
from employees.importing.staging import Before, StagedRow

_COLUMNS: dict[tuple[Target, str], Column] = {
    (column.target, column.field): column for column in COLUMNS
}
_JOB_DESCRIPTION = "Должностная инструкция"
_NEW_EMPLOYMENT = FieldChange("Трудовые отношения", "", "новые")


def changes_of(row: StagedRow) -> ChangedRow:
    """Every field of a stored operator and his employment that the row changes."""
    changes = _changes(row.operator, row.operator_before, Target.OPERATOR)
    if row.employment is not None and row.employment.pk is None:
        changes.append(_NEW_EMPLOYMENT)
    elif row.employment is not None:
        changes += _changes(row.employment, row.employment_before, Target.EMPLOYMENT)
    number = row.parsed.row.number
    return ChangedRow(number, row.operator.personnel_number, tuple(changes), row.is_issued)


def _changes(record: object, before: Before, target: Target) -> list[FieldChange]:
    changes = []
    for name, old in before.items():
        column = _COLUMNS.get((target, name)) or _COLUMNS.get((Target.REFERENCE, name))
        heading = column.heading if column else _JOB_DESCRIPTION
        new = getattr(record, name)
        changes.append(FieldChange(heading, _in_words(old, column), _in_words(new, column)))
    return changes


def _in_words(value: Any, column: Column | None) -> str:
    if value is None or value == "":
        return ""
    if column is not None and column.names:
        return next((name for name, code in column.names.items() if code == value), str(value))
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    return str(value)


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: "да" if value else "нет"),
    (date, lambda value: f"{value:%d.%m.%Y}"),
    (time, lambda value: f"{value:%H:%M}"),
    (Decimal, lambda value: f"{value.normalize():f}".replace(".", ",")),
)
