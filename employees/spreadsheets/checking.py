"""The preview: what each row of an uploaded table would do, found in the background."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from employees.importing import UnusableFile
from employees.importing.changes import changes_of
from employees.importing.planning import Planner
from employees.importing.reading import Table, open_table
from employees.importing.staging import Outcome, StagedRow
from employees.models import ImportRow, SpreadsheetImport
from employees.models.limit import employers_of
from employees.spreadsheets.claims import claim_import
from employees.spreadsheets.fingerprint import fingerprint
from employees.spreadsheets.packing import packed
from employees.spreadsheets.storing import drop_file, local_copy
from hr_docs.background.leases import LostLeaseError

MAX_ROWS = 20_000
"""Of one table in the browser; `manage.py import_operators` takes longer ones."""


def check_import(pk: int) -> None:
    """Read the file and store what its rows would do; anew when an earlier worker was lost."""
    spreadsheet = claim_import(pk, SpreadsheetImport.Status.CHECKING)
    if spreadsheet is None:
        return
    try:
        with local_copy(spreadsheet) as path:
            _check(spreadsheet, path)
    except UnusableFile as error:
        refuse(spreadsheet, error)
    except LostLeaseError:
        return  # another worker took it over, or the user gave the import up


def refuse(spreadsheet: SpreadsheetImport, error: UnusableFile) -> None:
    """Nothing can be made of the file: keep the reason, not the file nor what was read of it."""
    with transaction.atomic():
        spreadsheet.release(
            status=SpreadsheetImport.Status.REFUSED,
            attempts=0,
            refusal={"reason": error.reason, "remedy": error.remedy},
            file="",
        )
        spreadsheet.rows.all().delete()
        drop_file(spreadsheet)


def _check(spreadsheet: SpreadsheetImport, path: Path) -> None:
    counts = dict.fromkeys(Outcome, 0)
    with open_table(path, spreadsheet.name) as table:
        _begin(spreadsheet, table)
        read = hidden = 0
        for batch in table.planned(Planner(employers_of(spreadsheet.user)), limit=MAX_ROWS):
            read += len(batch)
            hidden += table.hidden_among(batch)
            with transaction.atomic():
                spreadsheet.hold(rows_read=read)
                ImportRow.objects.bulk_create(_preview(spreadsheet, row) for row in batch)
            for row in batch:
                counts[row.outcome] += 1
    spreadsheet.release(
        status=SpreadsheetImport.Status.CHECKED,
        attempts=0,
        checked_at=timezone.now(),
        rows_read=read,
        hidden=hidden,
        **{outcome.value: count for outcome, count in counts.items()},
    )


def _begin(spreadsheet: SpreadsheetImport, table: Table) -> None:
    with transaction.atomic():
        spreadsheet.hold(
            rows_total=table.total,
            rows_read=0,
            titles=list(table.titles),
            unknown=list(table.headings.unknown),
        )
        spreadsheet.rows.all().delete()


def _preview(spreadsheet: SpreadsheetImport, row: StagedRow) -> ImportRow:
    return ImportRow(
        spreadsheet=spreadsheet,
        number=row.parsed.row.number,
        outcome=row.outcome.value,
        personnel_number=row.operator.personnel_number,
        person=row.operator.full_name,
        is_issued=row.is_issued,
        is_ticked=not row.is_issued,
        fingerprint=fingerprint(row),
        **_details(row),
    )


def _details(row: StagedRow) -> dict[str, Any]:
    """What the preview shows of a bad row, and of a changed one."""
    if row.outcome is Outcome.BAD:
        return {
            "cells": packed(row.parsed.row, row.parsed.headings.width),
            "errors": [asdict(error) for error in row.errors],
        }
    if row.outcome is Outcome.CHANGED:
        return {"changes": [asdict(change) for change in changes_of(row).changes]}
    return {}
