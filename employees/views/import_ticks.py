"""The ticks of one page of changed rows."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from employees.models import SpreadsheetImport
from employees.spreadsheets.choosing import tick
from hr_docs.access.gate import allowed

_MAX_DIGITS = 9


@allowed("employees.import_operators")
@require_POST
def import_ticks(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the ticks, and go to another page of changes."""
    waiting = SpreadsheetImport.objects.visible_to(request.user).filter(
        status=SpreadsheetImport.Status.CHECKED
    )
    spreadsheet = get_object_or_404(waiting, pk=pk)
    keep_ticks(spreadsheet, request.POST)
    page = request.POST.get("page", "")
    query = {"page": page} if page.isdecimal() else {}
    return redirect(reverse("employees:import", args=[pk], query=query) + "#changes")


def keep_ticks(spreadsheet: SpreadsheetImport, data: QueryDict) -> None:
    """Store the ticks of the rows that the form has shown."""
    tick(
        spreadsheet=spreadsheet,
        shown=_numbers(data.getlist("shown")),
        ticked=_numbers(data.getlist("ticked")),
    )


def _numbers(texts: list[str]) -> list[int]:
    return [int(t) for t in texts if t.isascii() and t.isdigit() and len(t) <= _MAX_DIGITS]
