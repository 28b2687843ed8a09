"""The list of operators, with what the contract check says of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from employees.models import Employment
from hr_docs.access.gate import allowed
from hr_docs.documents.filters import CheckedEmploymentFilter
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.tables import CheckedEmploymentTable
from hr_docs.pages.tables import paged


@allowed("employees.view_employment")
def employments(request: HttpRequest) -> HttpResponse:
    """Search, filter, sort; everything stays in the address."""
    law = Law.in_force()
    records = Employment.objects.visible_to(request.user).with_records()
    records = records.select_related("assessment")
    found = CheckedEmploymentFilter(request.GET, records, request=request, law=law)
    table = paged(CheckedEmploymentTable(found.qs, law=law), request)
    return render(request, "employees/employments.html", {"filter": found, "table": table})
