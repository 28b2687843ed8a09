"""The list of imports."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from employees.models import SpreadsheetImport
from employees.tables import ImportTable
from hr_docs.access.gate import allowed
from hr_docs.pages.tables import paged


@allowed("employees.import_operators")
def imports(request: HttpRequest) -> HttpResponse:
    """Who imported what and when, and what came of it."""
    rows = SpreadsheetImport.objects.visible_to(request.user).with_people()
    return render(request, "employees/imports.html", {"table": paged(ImportTable(rows), request)})
