"""The chosen rows of a checked table, written in one transaction: exactly as they were previewed.

The long part (reading, planning, declining names) goes before the transaction. Inside, every stored
record is seen once more: had it changed meanwhile, nothing is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from employees.importing import UnusableFile
from employees.importing.planning import Planner
from employees.importing.reading import open_table
from employees.importing.staging import StagedRow
from employees.importing.writing import Writer, complete_rows
from employees.models import Employment, ImportRow, Operator, SpreadsheetImport
from employees.models.limit import employers_of
from employees.spreadsheets.checking import MAX_ROWS, refuse
from employees.spreadsheets.claims import LONG_LEASE, Claim, claim
from employees.spreadsheets.errors import LostClaimError, OvertakenError
from employees.spreadsheets.fingerprint import fingerprint, raw
from employees.spreadsheets.storing import drop_file, local_copy
from hr_docs.access.models import AuditEntry

_BATCH = 500
_NAMED_AT_MOST = 20
_Status = SpreadsheetImport.Status


@dataclass(frozen=True, slots=True)
class _Planned:
    """A row ready to be saved, with the raw values that it replaces."""

    row: StagedRow
    before: dict[str, Any]


def write_import(pk: int) -> None:
    """Write what was chosen; overtaken by other changes, the import is to be checked anew."""
    taken = claim(pk, _Status.WRITING)
    if taken is None:
        return
    try:
        _save(taken, _plan(taken))
    except UnusableFile as error:
        refuse(taken, error)
    except OvertakenError as error:
        _check_anew(taken, error.rows)
    except IntegrityError:
        _check_anew(taken, [])
    except LostClaimError:
        return  # rolled back; whoever took the import over writes it


def _check_anew(taken: Claim, rows: list[int]) -> None:
    taken.finish(
        status=_Status.CHECKING,
        overtaken=rows[:_NAMED_AT_MOST] or [0],
        choice="",
        rows_read=0,
        queued_at=timezone.now(),
    )


def _plan(taken: Claim) -> list[_Planned]:
    """The chosen rows, planned again. Raises OvertakenError when one would do another thing now."""
    spreadsheet = taken.spreadsheet
    rows = spreadsheet.rows.chosen(spreadsheet.choice)
    promised = dict(rows.values_list("number", "fingerprint"))
    planned: list[_Planned] = []
    overtaken: list[int] = []
    read = 0
    with local_copy(spreadsheet) as path, open_table(path, spreadsheet.name) as table:
        for batch in table.planned(Planner(employers_of(spreadsheet.user)), limit=MAX_ROWS):
            read += len(batch)
            taken.keep(rows_read=read)
            chosen = [row for row in batch if row.parsed.row.number in promised]
            overtaken += [_number(row) for row in chosen if _differs(row, promised)]
            planned += [_Planned(row, _before(row)) for row in chosen]
            complete_rows(chosen)
    if overtaken:
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


def _save(taken: Claim, planned: list[_Planned]) -> None:
    spreadsheet = taken.spreadsheet
    writer = Writer(spreadsheet.user, f"импорт файла «{spreadsheet.name}»")
    with transaction.atomic():
        taken.keep(LONG_LEASE)  # locks the import: nobody takes it over before the commit
        _refuse_changed([each.row for each in planned])
        for batch in _batches(planned):
            writer.save([each.row for each in batch])
            _note(spreadsheet, batch)
        taken.finish(
            status=_Status.WRITTEN, written=len(planned), written_at=timezone.now(), file=""
        )
        _audit(spreadsheet, planned)
        drop_file(spreadsheet)


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
    for at in range(0, len(ids), _BATCH):
        rows = model.objects.filter(pk__in=ids[at : at + _BATCH]).order_by("pk")
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


def _audit(spreadsheet: SpreadsheetImport, planned: list[_Planned]) -> None:
    """The worker writes in the name of the user who confirmed."""
    user = spreadsheet.confirmed_by
    AuditEntry.objects.create(
        user=user,
        username=user.get_username() if user else "",
        action=AuditEntry.Action.IMPORTED,
        subject_kind=spreadsheet._meta.label_lower,
        subject_id=str(spreadsheet.pk),
        subject=spreadsheet.name,
        details={"rows": len(planned), "choice": spreadsheet.choice},
        address=spreadsheet.confirmed_from,
    )
