"""«Не импортировать»."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from employees.models import SpreadsheetImport
from employees.spreadsheets.choosing import abandon
from hr_docs.access.gate import allowed


@allowed("employees.import_operators")
@require_POST
def import_abandon(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the import up before anything is written; the file is deleted."""
    visible = SpreadsheetImport.objects.visible_to(request.user)
    spreadsheet = get_object_or_404(visible, pk=pk)
    if abandon(spreadsheet=spreadsheet):
        messages.success(request, gettext("The import is cancelled, the file is deleted."))
    return redirect("employees:imports")
