"""The list of operators."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from employees.filters import EmploymentFilter
from employees.models import Employment
from employees.tables import EmploymentTable
from hr_docs.pages.tables import paged


def employments(request: HttpRequest) -> HttpResponse:
    """Search, filter, sort; everything stays in the address."""
    found = EmploymentFilter(request.GET, queryset=Employment.objects.for_list())
    table = paged(EmploymentTable(found.qs), request)
    return render(request, "employees/employments.html", {"filter": found, "table": table})
