"""The list of operators, with what the contract check says of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from employees.models import Employment
from hr_docs.access.gate import allowed
from hr_docs.documents.lists.filters import CheckedEmploymentFilter
from hr_docs.documents.lists.tables import CheckedEmploymentTable
from hr_docs.pages.tables import paged


@allowed("employees.view_employment")
def employments(request: HttpRequest) -> HttpResponse:
    """Search, filter, sort; everything stays in the address."""
    records = Employment.objects.visible_to(request.user)
    found = CheckedEmploymentFilter(request.GET, records, user=request.user)
    table = paged(CheckedEmploymentTable(found.qs), request)
    return render(request, "employees/employments.html", {"filter": found, "table": table})
