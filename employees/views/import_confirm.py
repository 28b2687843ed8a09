"""«Записать»."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from employees.forms.spreadsheet import ChoiceForm
from employees.models import SpreadsheetImport
from employees.spreadsheets.choosing import confirm
from employees.tasks import queue
from employees.views.import_ticks import keep_ticks
from hr_docs.access.address import client_address
from hr_docs.access.gate import allowed
from hr_docs.pages.users import signed_in


@allowed("employees.import_operators")
@require_POST
def import_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the chosen rows over for writing; a second click finds them handed over."""
    visible = SpreadsheetImport.objects.visible_to(request.user)
    spreadsheet = get_object_or_404(visible, pk=pk)
    form = ChoiceForm(request.POST)
    if not form.is_valid() or spreadsheet.status != SpreadsheetImport.Status.CHECKED:
        return redirect("employees:import", pk)
    keep_ticks(spreadsheet, request.POST)
    is_confirmed = confirm(
        spreadsheet=spreadsheet,
        user=signed_in(request),
        address=client_address(request),
        **form.cleaned_data,
    )
    if is_confirmed:
        spreadsheet.refresh_from_db(fields=["status"])
        queue(spreadsheet)
    else:
        messages.warning(request, _why_not(spreadsheet, form.cleaned_data["choice"]))
    return redirect("employees:import", pk)


def _why_not(spreadsheet: SpreadsheetImport, choice: str) -> str:
    if spreadsheet.rows.chosen(choice).exists():
        return gettext("Nothing was written: look at the preview once more.")
    return gettext("Nothing was written, for no row is chosen: tick some, or choose other rows.")
