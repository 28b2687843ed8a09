"""Uploading a table of operators."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from employees.forms.spreadsheet import UploadForm
from employees.importing.archive import MAX_FILE_BYTES
from employees.spreadsheets.storing import take_upload
from employees.tasks import queue
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.pages.uploads import limited_upload
from hr_docs.pages.users import signed_in


@allowed("employees.import_operators")
@limited_upload(lambda: MAX_FILE_BYTES)
def import_add(request: HttpRequest) -> HttpResponse:
    """Store the table and have it checked; the form sent twice gives one import."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "employees/import_add.html", {"form": form})
    spreadsheet = take_upload(user=signed_in(request), **form.cleaned_data)
    record(request, Action.UPLOADED, spreadsheet, {"size": spreadsheet.size})
    queue(spreadsheet)
    return redirect("employees:import", spreadsheet.pk)
