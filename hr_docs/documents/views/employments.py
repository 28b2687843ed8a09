"""The list of operators, with what the contract check says of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from employees.models import Employment
from hr_docs.documents.filters import CheckedEmploymentFilter
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.tables import CheckedEmploymentTable
from hr_docs.pages.tables import paged


def employments(request: HttpRequest) -> HttpResponse:
    """Search, filter, sort; everything stays in the address."""
    law = Law.in_force()
    records = Employment.objects.with_records().select_related("assessment")
    found = CheckedEmploymentFilter(request.GET, queryset=records, law=law)
    table = paged(CheckedEmploymentTable(found.qs, law=law), request)
    return render(request, "employees/employments.html", {"filter": found, "table": table})
