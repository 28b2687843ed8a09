"""«Отменить импорт»."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from employees.models import SpreadsheetImport
from employees.spreadsheets.errors import UndoRefusedError
from employees.spreadsheets.undoing import undo_import, undo_obstacles
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.pages.users import signed_in

LISTED = 50


@allowed("employees.import_operators")
def import_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what will be taken back, or why it cannot be; take it back."""
    written = SpreadsheetImport.objects.visible_to(request.user).filter(
        status=SpreadsheetImport.Status.WRITTEN, wiped_at__isnull=True
    )
    spreadsheet = get_object_or_404(written, pk=pk)
    if request.method == "POST":
        try:
            with transaction.atomic():
                undo_import(spreadsheet=spreadsheet, user=signed_in(request))
                record(request, Action.UNDONE, spreadsheet, {"rows": spreadsheet.written})
        except UndoRefusedError:
            messages.error(request, gettext("The import is not undone, everything is as it was."))
            return redirect("employees:import_undo", pk)
        messages.success(request, gettext("The import is undone."))
        return redirect("employees:import", pk)
    obstacles = undo_obstacles(spreadsheet)
    context = {
        "spreadsheet": spreadsheet,
        "obstacles": obstacles[:LISTED],
        "obstacle_count": len(obstacles),
        "more": max(0, len(obstacles) - LISTED),
        "new": spreadsheet.rows.written().filter(outcome="new").count(),
        "changed": spreadsheet.rows.written().changed().count(),
    }
    return render(request, "employees/import_undo.html", context)
