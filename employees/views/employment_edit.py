"""Changing an operator and the terms of the employment."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from employees.forms.employment import EmploymentForm
from employees.forms.hire import store_hire
from employees.forms.operator import OperatorForm
from employees.models import Employment
from employees.rights import CHANGE_A_HIRE
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.pages.declension_forms import asks_for_declension, declensions_answer


@allowed(*CHANGE_A_HIRE)
def employment_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The same two forms, filled; issued documents stay as they are."""
    mine = Employment.objects.visible_to(request.user)
    employment = get_object_or_404(mine.with_records(), pk=pk)
    user = request.user
    operator_form = OperatorForm(request.POST or None, instance=employment.operator, user=user)
    employment_form = EmploymentForm(request.POST or None, instance=employment, user=user)

    def note() -> None:
        fields = [*operator_form.changed_data, *employment_form.changed_data]
        record(request, Action.CHANGED, employment, {"fields": fields})

    if asks_for_declension(request):
        return declensions_answer(request, operator_form)
    if request.method == "POST" and store_hire(operator_form, employment_form, note=note):
        messages.success(request, gettext("Saved. Documents issued before are not changed."))
        return redirect("employees:employment", pk)
    record(request, Action.VIEWED, employment)
    context = {
        "operator_form": operator_form,
        "employment_form": employment_form,
        "employment": employment,
    }
    return render(request, "employees/employment_edit.html", context)
