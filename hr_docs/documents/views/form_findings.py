"""What the contract check says of a form while it is filled in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from employees.forms.employment import EmploymentForm
from employees.forms.operator import OperatorForm
from employees.models import Employment, Operator
from employees.rights import ADD_A_CONTRACT, ADD_A_NEWCOMER, CHANGE_A_HIRE
from hr_docs.access.gate import allowed
from hr_docs.documents.law_pages.draft import draft_of
from hr_docs.documents.law_pages.live_check import LiveCheck


@allowed(*ADD_A_NEWCOMER)
@require_POST
def of_new(request: HttpRequest) -> HttpResponse:
    """The form of a newcomer."""
    return _answer(request, Operator(), Employment())


@allowed(*ADD_A_CONTRACT)
@require_POST
def of_another(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of one more employment of an operator."""
    operators = Operator.objects.visible_to(request.user)
    return _answer(request, get_object_or_404(operators, pk=pk), Employment())


@allowed(*CHANGE_A_HIRE)
@require_POST
def of_changed(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of an employment that is being changed."""
    mine = Employment.objects.visible_to(request.user)
    employment = get_object_or_404(mine.with_records(), pk=pk)
    return _answer(request, employment.operator, employment)


def _answer(request: HttpRequest, operator: Operator, employment: Employment) -> HttpResponse:
    forms = (
        OperatorForm(request.POST, instance=operator, user=request.user),
        EmploymentForm(request.POST, instance=employment, user=request.user),
    )
    check = LiveCheck.of(draft_of(*forms), forms)
    return render(request, "documents/form_findings.html", {"check": check})
