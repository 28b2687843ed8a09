"""The good rows of a batch, written with few statements whatever their number."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils import timezone

from employees.importing.staging import StagedRow
from employees.models import Employment, Operator
from employees.services.operators import NAME_FIELDS, complete_operator
from hr_docs.access.history import note_added, note_changed

_AT_ONCE = 100
_Changed = tuple[Any, tuple[str, ...]]
"""A stored record and the names of the fields to be written."""
_DERIVED = ("name_forms", "search_key", "updated_at")


def complete_rows(rows: Sequence[StagedRow]) -> None:
    """Set what is derived: the longest part of the work, which needs no transaction."""
    for row in rows:
        if row.is_new or row.operator_before:
            complete_operator(
                row.operator, is_renamed=not NAME_FIELDS.isdisjoint(row.operator_before)
            )


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes the rows (None: the command line) and why, for the history of the records."""

    user: User | None
    reason: str

    def write(self, rows: Sequence[StagedRow]) -> None:
        """Complete and save; the rows have no errors and a transaction is open."""
        complete_rows(rows)
        self.save(rows)

    def save(self, rows: Sequence[StagedRow]) -> None:
        """Save operators and employments that `complete_rows` has seen; a transaction is open."""
        self._insert([row.operator for row in rows if row.is_new], Operator)
        self._update(
            [
                (row.operator, (*row.operator_before, *_DERIVED))
                for row in rows
                if row.operator_before
            ],
            Operator,
        )
        self._write_employments(rows)

    def _write_employments(self, rows: Sequence[StagedRow]) -> None:
        new: list[Employment] = []
        changed: list[_Changed] = []
        for row in rows:
            employment = row.employment
            if employment is None:
                continue
            if employment.pk is None:
                employment.operator = row.operator  # it has a primary key by now
                new.append(employment)
            elif row.employment_before:
                changed.append((employment, (*row.employment_before, "updated_at")))
        self._insert(new, Employment)
        self._update(changed, Employment)

    def _insert(self, records: Sequence[Model], model: type[Model]) -> None:
        model._default_manager.bulk_create(records)
        ids = [record.pk for record in records]
        note_added(model, ids, user=self.user, reason=self.reason)

    def _update(self, changed: Sequence[_Changed], model: type[Model]) -> None:
        """Write the changed fields and no others: rows that change the same ones go together."""
        now = timezone.now()
        alike: dict[tuple[str, ...], list[Any]] = defaultdict(list)
        for record, fields in changed:
            record.updated_at = now
            alike[fields].append(record)
        for fields, records in alike.items():
            model._default_manager.bulk_update(records, fields, batch_size=_AT_ONCE)
        ids = [record.pk for record, _ in changed]
        note_changed(model, ids, user=self.user, reason=self.reason)
