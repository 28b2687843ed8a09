"""Employers: the list, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from employees.forms.reference import EmployerForm
from employees.models import Employer
from employees.tables import EmployerTable
from hr_docs.pages.records import record_page, records_page

LIST = "employees:employers"


def employers(request: HttpRequest) -> HttpResponse:
    """Who hires."""
    return records_page(
        request,
        EmployerTable(Employer.objects.all()),
        add_at="employees:employer_add",
        advice=gettext("There are no employers yet. Every document names one: begin here."),
    )


def employer(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an employer."""
    instance = get_object_or_404(Employer, pk=pk)
    return record_page(
        request, EmployerForm(request.POST or None, instance=instance), listed_at=LIST
    )


def employer_add(request: HttpRequest) -> HttpResponse:
    """Add an employer."""
    return record_page(request, EmployerForm(request.POST or None), listed_at=LIST)
