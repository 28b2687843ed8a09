"""The bad rows to be sent back."""

from pathlib import PurePath

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from employees.models import SpreadsheetImport
from employees.spreadsheets.bad_rows import bad_rows_workbook
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.pages.downloads import file_answer


@allowed("employees.import_operators", "employees.view_personal_data")
def import_bad_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """The user's own columns, wrong cells coloured, remarks beside them."""
    kept = SpreadsheetImport.objects.visible_to(request.user).filter(
        bad__gt=0, wiped_at__isnull=True
    )
    spreadsheet = get_object_or_404(kept, pk=pk)
    record(request, Action.EXPORTED, spreadsheet, {"rows": spreadsheet.bad})
    name = f"{PurePath(spreadsheet.name).stem} — исправить.xlsx"
    return file_answer(bad_rows_workbook(spreadsheet), name)
