"""The good rows of a batch, written with a fixed number of statements for the new ones."""

from collections.abc import Sequence

from employees.importing.staging import StagedRow
from employees.models import Employment, Operator
from employees.services.operators import NAME_FIELDS, complete_operator

_DERIVED = ("name_forms", "search_key", "updated_at")


def write_rows(rows: Sequence[StagedRow]) -> None:
    """Complete and save; the rows have no errors and a transaction is open."""
    complete_rows(rows)
    save_rows(rows)


def complete_rows(rows: Sequence[StagedRow]) -> None:
    """Set what is derived: the longest part of the work, which needs no transaction."""
    for row in rows:
        if row.is_new or row.operator_before:
            complete_operator(
                row.operator, is_renamed=not NAME_FIELDS.isdisjoint(row.operator_before)
            )


def save_rows(rows: Sequence[StagedRow]) -> None:
    """Save operators and employments that `complete_rows` has seen; a transaction is open."""
    Operator.objects.bulk_create([row.operator for row in rows if row.is_new])
    for row in rows:
        if row.operator_before:
            row.operator.save(update_fields=[*row.operator_before, *_DERIVED])
    _write_employments(rows)


def _write_employments(rows: Sequence[StagedRow]) -> None:
    new: list[Employment] = []
    for row in rows:
        employment = row.employment
        if employment is None:
            continue
        if employment.pk is None:
            employment.operator = row.operator  # it has a primary key by now
            new.append(employment)
        elif row.employment_before:
            employment.save(update_fields=[*row.employment_before, "updated_at"])
    Employment.objects.bulk_create(new)
