"""Employers: the list, and one of them."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from employees.forms.reference import EmployerForm
from employees.models import Employer
from employees.models.limit import employers_of, visible
from employees.tables import EmployerTable
from hr_docs.access.gate import allowed
from hr_docs.pages.records import record_page, records_page

LIST = "employees:employers"


@allowed("employees.view_employer")
def employers(request: HttpRequest) -> HttpResponse:
    """Who hires."""
    return records_page(
        request,
        EmployerTable(visible(Employer.objects.all(), request.user, employer="pk")),
        add_at="employees:employer_add" if employers_of(request.user) is None else "",
        advice=gettext("There are no employers yet. Every document names one: begin here."),
    )


@allowed("employees.view_employer", to_change="employees.change_employer")
def employer(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an employer."""
    instance = get_object_or_404(
        visible(Employer.objects.all(), request.user, employer="pk"), pk=pk
    )
    return record_page(
        request,
        EmployerForm(request.POST or None, instance=instance, user=request.user),
        listed_at=LIST,
    )


@allowed("employees.add_employer")
def employer_add(request: HttpRequest) -> HttpResponse:
    """Add an employer; whoever works with some employers only would not see the new one."""
    if employers_of(request.user) is not None:
        raise PermissionDenied
    return record_page(
        request, EmployerForm(request.POST or None, user=request.user), listed_at=LIST
    )
