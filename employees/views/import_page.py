"""One import: its progress, its preview, or what came of it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from employees.forms.spreadsheet import ChoiceForm
from employees.models import ImportRow, SpreadsheetImport
from employees.spreadsheets.grid import grid
from employees.spreadsheets.wiping import KEPT
from employees.tasks import queue_if_lost
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed

BAD_ON_A_PAGE, CHANGED_ON_A_PAGE, NEW_NAMED, LEFT_OUT_NAMED = 50, 50, 12, 50


@allowed("employees.import_operators", "employees.view_personal_data")
def import_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the import waits for; the preview names people, so it is noted who saw it."""
    visible = SpreadsheetImport.objects.visible_to(request.user)
    spreadsheet = get_object_or_404(visible.with_people(), pk=pk)
    queue_if_lost(spreadsheet)
    context: dict[str, Any] = {
        "spreadsheet": spreadsheet,
        "kept_until": spreadsheet.uploaded_at + KEPT,
    }
    if spreadsheet.status == SpreadsheetImport.Status.WRITTEN:
        context |= _left_out(spreadsheet)
    if not spreadsheet.is_at_work:
        context |= _bad(request, spreadsheet)
    if spreadsheet.status == SpreadsheetImport.Status.CHECKED:
        record(request, Action.VIEWED, spreadsheet)
        context |= _preview(request, spreadsheet)
    if spreadsheet.is_at_work:
        context |= progress(spreadsheet)
    return render(request, "employees/import.html", context)


def progress(spreadsheet: SpreadsheetImport) -> dict[str, Any]:
    """How far the work is: `chosen` rows are to be written, once some of them are."""
    chosen = spreadsheet.rows.chosen(spreadsheet.choice).count() if spreadsheet.written else 0
    return {"spreadsheet": spreadsheet, "waits_long": waits_long(spreadsheet), "chosen": chosen}


def waits_long(spreadsheet: SpreadsheetImport) -> bool:
    """Whether no worker has taken the import for a quarter of a minute: perhaps none is running."""
    queued_at = spreadsheet.queued_at
    is_taken = spreadsheet.token is not None
    return bool(queued_at and not is_taken and (timezone.now() - queued_at).total_seconds() > 15)


def _left_out(spreadsheet: SpreadsheetImport) -> dict[str, Any]:
    """The chosen rows that are not in the records, by number and name."""
    rows = spreadsheet.rows.left_out(spreadsheet.choice)
    count = rows.count()
    named = list(rows[:LEFT_OUT_NAMED]) if count else []
    return {"left_out_count": count, "left_out": named, "more_left_out": count - len(named)}


def _bad(request: HttpRequest, spreadsheet: SpreadsheetImport) -> dict[str, Any]:
    if spreadsheet.wiped_at or not spreadsheet.bad:
        return {}
    page = Paginator(spreadsheet.rows.bad(), BAD_ON_A_PAGE).get_page(request.GET.get("bad"))
    return {"bad_page": page, "grid": grid(spreadsheet, list(page.object_list))}


def _preview(request: HttpRequest, spreadsheet: SpreadsheetImport) -> dict[str, Any]:
    changed = spreadsheet.rows.changed()
    seen = spreadsheet.checked_at.isoformat() if spreadsheet.checked_at else ""
    page = Paginator(changed, CHANGED_ON_A_PAGE).get_page(request.GET.get("page"))
    new = spreadsheet.rows.filter(outcome=ImportRow.Outcome.NEW)
    written = SpreadsheetImport.objects.filter(
        sha256=spreadsheet.sha256, status=SpreadsheetImport.Status.WRITTEN
    )
    return {
        "changed_page": page,
        "new_rows": new[:NEW_NAMED],
        "more_new": max(0, spreadsheet.new - NEW_NAMED),
        "issued": changed.filter(is_issued=True).count(),
        "ticked": changed.filter(is_ticked=True).count(),
        "form": ChoiceForm(initial={"checked_at": seen}),
        "written_before": written.visible_to(request.user).first(),
    }
