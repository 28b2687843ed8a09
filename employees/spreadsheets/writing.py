"""The chosen rows of a checked table, written in short transactions: exactly as previewed.

The long part (reading, planning, declining names) goes before any transaction. Then a batch at a
time is written, with a note in each row of the import: others save their records in between, and
a worker that dies leaves whole batches, from which the next one goes on. Inside a transaction
every stored record is seen once more. Had one changed before the first batch, nothing is written
and the table is checked anew; after it, the rows concerned are left out, and named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import DateTimeField, F, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from employees.importing import UnusableFile
from employees.importing.planning import Planner
from employees.importing.reading import open_table
from employees.importing.staging import StagedRow
from employees.importing.writing import Writer, complete_rows
from employees.models import Employment, ImportRow, Operator, SpreadsheetImport
from employees.models.limit import employers_of
from employees.spreadsheets.checking import MAX_ROWS, refuse
from employees.spreadsheets.claims import claim_import
from employees.spreadsheets.errors import OvertakenError
from employees.spreadsheets.fingerprint import fingerprint, raw
from employees.spreadsheets.finishing import finish_writing
from employees.spreadsheets.storing import local_copy
from hr_docs.background.leases import LostLeaseError

_BATCH = 200
"""Rows of one transaction: on SQLite nobody else saves during it, about a quarter of a second."""
_ROUNDS = 3
_NAMED_AT_MOST = 20
_Status = SpreadsheetImport.Status


@dataclass(frozen=True, slots=True)
class _Planned:
    """A row ready to be saved, with the raw values that it replaces."""

    row: StagedRow
    before: dict[str, Any]


def write_import(pk: int) -> None:
    """Write what was chosen; overtaken before the first row, the import is to be checked anew."""
    spreadsheet = claim_import(pk, _Status.WRITING)
    if spreadsheet is None:
        return
    try:
        _write(spreadsheet)
    except UnusableFile as error:
        _end(spreadsheet, error)
    except OvertakenError as error:
        _check_anew(spreadsheet, error.rows)
    except LostLeaseError:
        return  # whoever took the import over goes on


def _write(spreadsheet: SpreadsheetImport) -> None:
    """Plan and save; planned anew, without the rows concerned, when others came in between."""
    for _ in range(_ROUNDS):
        try:
            for batch in _batches(_plan(spreadsheet)):
                _save(spreadsheet, batch)
        except (OvertakenError, IntegrityError) as error:
            if not _is_begun(spreadsheet):
                raise OvertakenError(getattr(error, "rows", [])) from error
        else:
            break
    finish_writing(spreadsheet)


def _end(spreadsheet: SpreadsheetImport, error: UnusableFile) -> None:
    """The file cannot be read any more: what is written stays and can be undone."""
    if _is_begun(spreadsheet):
        finish_writing(spreadsheet)
    else:
        refuse(spreadsheet, error)


def _is_begun(spreadsheet: SpreadsheetImport) -> bool:
    return spreadsheet.rows.written().exists()


def _check_anew(spreadsheet: SpreadsheetImport, rows: list[int]) -> None:
    spreadsheet.release(
        status=_Status.CHECKING,
        attempts=0,
        overtaken=rows[:_NAMED_AT_MOST] or [0],
        choice="",
        rows_read=0,
        queued_at=timezone.now(),
    )


def _plan(spreadsheet: SpreadsheetImport) -> list[_Planned]:
    """The chosen rows that are not written yet, planned again: those that still do the same.

    Raises OvertakenError when one would do another thing now and nothing is written yet.
    """
    rows = spreadsheet.rows.left_out(spreadsheet.choice)
    promised = dict(rows.values_list("number", "fingerprint"))
    planned: list[_Planned] = []
    overtaken: list[int] = []
    read = 0
    with local_copy(spreadsheet) as path, open_table(path, spreadsheet.name) as table:
        for batch in table.planned(Planner(employers_of(spreadsheet.user)), limit=MAX_ROWS):
            read += len(batch)
            spreadsheet.hold(rows_read=read)
            chosen = [row for row in batch if row.parsed.row.number in promised]
            same = [row for row in chosen if not _differs(row, promised)]
            overtaken += [_number(row) for row in chosen if _differs(row, promised)]
            planned += [_Planned(row, _before(row)) for row in same]
            complete_rows(same)
    if overtaken and not _is_begun(spreadsheet):
        raise OvertakenError(overtaken)
    return planned


def _differs(row: StagedRow, promised: dict[int, str]) -> bool:
    return fingerprint(row) != promised[_number(row)]


def _number(row: StagedRow) -> int:
    return row.parsed.row.number


def _before(row: StagedRow) -> dict[str, Any]:
    """Raw values by field of what a changed row replaces, its derived fields included."""
    before: dict[str, Any] = {}
    if row.operator_before:
        kept = {**row.operator_before, "name_forms": row.operator.name_forms}
        before["operator"] = {**kept, "search_key": row.operator.search_key}
    if row.employment is not None and row.employment.pk is not None:
        before["employment"] = {name: raw(old) for name, old in row.employment_before.items()}
    return before


def _save(spreadsheet: SpreadsheetImport, batch: Sequence[_Planned]) -> None:
    """Save one batch and note it. Raises OvertakenError, IntegrityError and LostLeaseError."""
    writer = Writer(spreadsheet.user, f"импорт файла «{spreadsheet.name}»")
    now = Value(timezone.now(), output_field=DateTimeField())
    with transaction.atomic():
        spreadsheet.hold(  # locks the import: nobody takes it over before the commit
            attempts=0,
            written=F("written") + len(batch),
            written_at=Coalesce(F("written_at"), now),
        )
        _refuse_changed([each.row for each in batch])
        writer.save([each.row for each in batch])
        _note(spreadsheet, batch)


def _batches(planned: list[_Planned]) -> Iterator[Sequence[_Planned]]:
    return (planned[at : at + _BATCH] for at in range(0, len(planned), _BATCH))


def _refuse_changed(rows: list[StagedRow]) -> None:
    """Lock the stored records and compare them with what the plan was made from."""
    operators = {row.operator.pk: row for row in rows if not row.is_new}
    employments = {
        row.employment.pk: row for row in rows if row.employment and row.employment.pk is not None
    }
    changed = {
        _number(operators[pk])
        for pk, stamp in _locked(Operator, list(operators), "updated_at")
        if stamp != operators[pk].operator.updated_at
    }
    for pk, stamp, status in _locked(Employment, list(employments), "updated_at", "status"):
        planned: Any = employments[pk].employment
        if (stamp, status) != (planned.updated_at, planned.status):
            changed.add(_number(employments[pk]))
    if changed:
        raise OvertakenError(sorted(changed))


def _locked(model: Any, ids: list[int], *names: str) -> Iterator[tuple[Any, ...]]:
    rows = model.objects.filter(pk__in=ids).order_by("pk")
    yield from rows.select_for_update(of=("self",)).values_list("pk", *names)


def _note(spreadsheet: SpreadsheetImport, batch: Sequence[_Planned]) -> None:
    """Keep with each row what became of it, for the list and for taking it back."""
    rows = [
        ImportRow(
            spreadsheet=spreadsheet,
            number=_number(each.row),
            operator=each.row.operator,
            employment=each.row.employment,
            is_new_employment="employment" not in each.before,
            before={**each.before, "state": _state(each.row.employment)},
            operator_stamp=each.row.operator.updated_at,
            employment_stamp=each.row.employment.updated_at if each.row.employment else None,
        )
        for each in batch
    ]
    ImportRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["spreadsheet", "number"],
        update_fields=[
            *("operator", "employment", "is_new_employment", "before"),
            *("operator_stamp", "employment_stamp"),
        ],
    )


def _state(employment: Employment | None) -> list[str]:
    return [employment.status, employment.number] if employment else []
