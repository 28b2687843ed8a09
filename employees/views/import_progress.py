"""How far the check or the writing is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django_htmx.http import HttpResponseStopPolling

from employees.models import SpreadsheetImport
from employees.tasks import queue_if_lost
from employees.views.import_page import progress
from hr_docs.access.gate import allowed


@allowed("employees.import_operators")
def import_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked for every second; at the end the page is shown anew. A lost job is queued again."""
    visible = SpreadsheetImport.objects.visible_to(request.user)
    spreadsheet = get_object_or_404(visible, pk=pk)
    if not spreadsheet.is_at_work:
        return HttpResponseStopPolling(headers={"HX-Refresh": "true"})
    queue_if_lost(spreadsheet)
    return render(request, "employees/import_progress.html", progress(spreadsheet))
