"""Uploading a table of operators."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from employees.forms.spreadsheet import UploadForm, too_large
from employees.importing.archive import MAX_FILE_BYTES
from employees.spreadsheets.storing import take_upload
from employees.tasks import queue
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.pages.users import signed_in

_AROUND_THE_FILE = 64 * 2**10  # bytes of a form beside its file
_PAGE = "employees/import_add.html"


@allowed("employees.import_operators")
@csrf_exempt
def import_add(request: HttpRequest) -> HttpResponse:
    """Refuse what is too large before reading it: the token of the form stands in the body."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > MAX_FILE_BYTES + _AROUND_THE_FILE:
        return render(request, _PAGE, {"form": UploadForm(), "refusal": too_large()}, status=413)
    return _upload(request)


@csrf_protect
def _upload(request: HttpRequest) -> HttpResponse:
    """Store the table and have it checked; the form sent twice gives one import."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, _PAGE, {"form": form})
    spreadsheet = take_upload(user=signed_in(request), **form.cleaned_data)
    record(request, Action.UPLOADED, spreadsheet, {"size": spreadsheet.size})
    queue(spreadsheet)
    return redirect("employees:import", spreadsheet.pk)
