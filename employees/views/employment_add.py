"""Adding an operator with the terms of the employment."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from employees.forms.employment import EmploymentForm
from employees.forms.hire import store_hire
from employees.forms.operator import OperatorForm
from employees.rights import ADD_A_NEWCOMER
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.pages.declension_forms import asks_for_declension, declensions_answer


@allowed(*ADD_A_NEWCOMER)
def employment_add(request: HttpRequest) -> HttpResponse:
    """Both forms on one page; the card follows."""
    operator_form = OperatorForm(request.POST or None, user=request.user)
    employment_form = EmploymentForm(request.POST or None, user=request.user)

    def note() -> None:
        record(request, Action.ADDED, employment_form.instance)

    if asks_for_declension(request):
        return declensions_answer(request, operator_form)
    if request.method == "POST" and store_hire(operator_form, employment_form, note=note):
        messages.success(request, gettext("The operator is added."))
        return redirect("employees:employment", employment_form.instance.pk)
    context = {"operator_form": operator_form, "employment_form": employment_form}
    return render(request, "employees/employment_add.html", context)
