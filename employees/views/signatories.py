"""Signatories: the list, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext

from employees.forms.reference import SignatoryForm
from employees.models import Signatory
from employees.models.employer import EXPIRING_WITHIN
from employees.models.limit import visible
from employees.tables import SignatoryTable
from hr_docs.access.gate import allowed
from hr_docs.pages.records import record_page, records_page

LIST = "employees:signatories"


@allowed("employees.view_signatory")
def signatories(request: HttpRequest) -> HttpResponse:
    """Who signs for the employers; `expiring`: those whose authority ends soon."""
    rows = visible(Signatory.objects.select_related("employer"), request.user)
    if "expiring" in request.GET:
        rows = rows.expiring(timezone.localdate(), days=EXPIRING_WITHIN)
    return records_page(
        request,
        SignatoryTable(rows),
        add_at="employees:signatory_add",
        advice=gettext(
            "There are no signatories yet. A contract is signed by a person with authority."
        ),
    )


@allowed("employees.view_signatory", to_change="employees.change_signatory")
def signatory(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a signatory."""
    instance = get_object_or_404(visible(Signatory.objects.all(), request.user), pk=pk)
    return record_page(
        request,
        SignatoryForm(request.POST or None, instance=instance, user=request.user),
        listed_at=LIST,
    )


@allowed("employees.add_signatory")
def signatory_add(request: HttpRequest) -> HttpResponse:
    """Add a signatory."""
    return record_page(
        request, SignatoryForm(request.POST or None, user=request.user), listed_at=LIST
    )
