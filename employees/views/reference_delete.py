"""Deleting the employer's reference records that nothing uses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from employees.models import Employer, LocalAct, Signatory, Site
from employees.models.limit import visible
from hr_docs.access.deleting import delete_page
from hr_docs.access.gate import allowed


@allowed("employees.change_employer")
@require_POST
def employer_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete an employer."""
    own = visible(Employer.objects.all(), request.user, employer="pk")
    return delete_page(request, get_object_or_404(own, pk=pk), listed_at="employees:employers")


@allowed("employees.change_signatory")
@require_POST
def signatory_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a signatory."""
    own = visible(Signatory.objects.all(), request.user)
    return delete_page(request, get_object_or_404(own, pk=pk), listed_at="employees:signatories")


@allowed("employees.change_site")
@require_POST
def site_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a site."""
    own = visible(Site.objects.all(), request.user)
    return delete_page(request, get_object_or_404(own, pk=pk), listed_at="employees:sites")


@allowed("employees.change_localact")
@require_POST
def local_act_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a local act."""
    own = visible(LocalAct.objects.all(), request.user)
    return delete_page(request, get_object_or_404(own, pk=pk), listed_at="employees:local_acts")
