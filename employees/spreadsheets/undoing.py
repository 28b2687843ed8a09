"""Taking a written import back, while nothing has been built upon it.

New records are deleted, changed ones get their former values back: all of them or none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Model, ProtectedError
from django.utils import timezone

from employees.models import Employment, ImportRow, Operator, SpreadsheetImport
from employees.spreadsheets.errors import Obstacle, UndoRefusedError
from employees.spreadsheets.references import made_since, referring
from employees.spreadsheets.wiping import wipe
from hr_docs.access.history import changed_by

_BATCH = 500
_Status = SpreadsheetImport.Status


def undo_obstacles(spreadsheet: SpreadsheetImport) -> list[Obstacle]:
    """Why the import cannot be undone, by row; nothing where it can."""
    rows = list(spreadsheet.rows.written())
    found: list[Obstacle] = []
    for at in range(0, len(rows), _BATCH):
        found += _obstacles(rows[at : at + _BATCH], spreadsheet.written_at)
    return found


@transaction.atomic
def undo_import(*, spreadsheet: SpreadsheetImport, user: User) -> None:
    """Delete what the import made and restore what it changed. Raises UndoRefusedError."""
    written = SpreadsheetImport.objects.filter(
        pk=spreadsheet.pk, status=_Status.WRITTEN, wiped_at__isnull=True
    )
    if not written.update(status=_Status.UNDONE, undone_by=user, undone_at=timezone.now()):
        raise UndoRefusedError([])
    _lock(spreadsheet)
    if obstacles := undo_obstacles(spreadsheet):
        raise UndoRefusedError(obstacles)
    try:
        with transaction.atomic():
            _restore(spreadsheet)
            _delete(spreadsheet)
    except (IntegrityError, ProtectedError) as error:
        raise UndoRefusedError([]) from error
    wipe(spreadsheet)


def _lock(spreadsheet: SpreadsheetImport) -> None:
    rows = spreadsheet.rows.written().order_by()
    for model, ids in (
        (Operator, rows.values("operator")),
        (Employment, rows.values("employment")),
    ):
        locked: Any = model._default_manager.filter(pk__in=ids).order_by("pk")
        list(locked.select_for_update(of=("self",)).values_list("pk"))


def _obstacles(rows: list[ImportRow], since: datetime | None) -> Iterator[Obstacle]:
    built_upon, made_later = _references(rows, since)
    operators = Operator.objects.in_bulk([row.operator_id for row in rows if row.operator_id])
    employments = Employment.objects.in_bulk(
        [row.employment_id for row in rows if row.employment_id]
    )
    for row in rows:
        operator, employment = operators.get(row.operator_id), employments.get(row.employment_id)
        reason = (
            _deleted(operator, employment)
            or _named(built_upon.get(row.pk, set()), "Есть")
            or _named(made_later.get(row.pk, set()), "После импорта появилось")
            or _changed(row, operator, employment)
        )
        if reason:
            yield Obstacle(row.number, row.person, row.employment_id, reason)


def _deleted(operator: Operator | None, employment: Employment | None) -> str:
    return "" if operator and employment else "Запись уже удалена."


def _named(kinds: Iterable[str], begins: str) -> str:
    names = ", ".join(sorted(kinds))
    return f"{begins}: {names}." if names else ""


def _changed(row: ImportRow, operator: Any, employment: Any) -> str:
    if operator.updated_at != row.operator_stamp:
        return "Данные оператора изменены после импорта."
    is_same = [employment.status, employment.number] == row.before["state"]
    if employment.updated_at != row.employment_stamp or not is_same:
        return "Условия договора изменены после импорта."
    return ""


_ByRow = dict[int, set[str]]


def _references(rows: list[ImportRow], since: datetime | None) -> tuple[_ByRow, _ByRow]:
    """What refers to the records that would be deleted, and, since the import, to the others."""
    built_upon: _ByRow = defaultdict(set)
    made_later: _ByRow = defaultdict(set)
    own = {row.employment_id for row in rows if row.is_new_employment}

    def note(into: _ByRow, of: Callable[[ImportRow], Any], found: dict[Any, set[str]]) -> None:
        for row in rows:
            into[row.pk] |= found.get(of(row), set())

    new = {row.operator_id for row in rows if row.outcome == ImportRow.Outcome.NEW}
    kept = {row.employment_id for row in rows if not row.is_new_employment}
    note(built_upon, lambda row: row.employment_id, referring(Employment, own))
    note(built_upon, lambda row: row.operator_id, referring(Operator, new, except_for=own))
    note(made_later, lambda row: row.employment_id, made_since(Employment, kept, since))
    return built_upon, made_later


def _restore(spreadsheet: SpreadsheetImport) -> None:
    rows = spreadsheet.rows.written().changed().select_related("operator", "employment")
    for row in rows.iterator(chunk_size=_BATCH):
        for record, part in ((row.operator, "operator"), (row.employment, "employment")):
            _put_back(record, row.before.get(part), f"отмена импорта файла «{spreadsheet.name}»")


def _put_back(record: Model | None, before: dict[str, Any] | None, reason: str) -> None:
    if record is None or not before:
        return
    for name, value in before.items():
        field: Any = record._meta.get_field(name)
        setattr(record, field.attname, field.to_python(value))
    changed_by(record, None, reason).save(update_fields=[*before, "updated_at"])


def _delete(spreadsheet: SpreadsheetImport) -> None:
    rows = spreadsheet.rows.written()
    employments = list(rows.filter(is_new_employment=True).values_list("employment", flat=True))
    new = rows.filter(outcome=ImportRow.Outcome.NEW)
    operators = list(new.values_list("operator", flat=True))
    for model, ids in ((Employment, employments), (Operator, operators)):
        for at in range(0, len(ids), _BATCH):
            model._default_manager.filter(pk__in=ids[at : at + _BATCH]).delete()
