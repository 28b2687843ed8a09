"""One more employment of an operator who is known already."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from employees.forms.employment import EmploymentForm
from employees.forms.hire import store_hire
from employees.forms.operator import OperatorForm
from employees.models import Operator
from employees.rights import ADD_A_CONTRACT
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.pages.declension_forms import asks_for_declension, declensions_answer


@allowed(*ADD_A_CONTRACT)
def employment_again(request: HttpRequest, pk: int) -> HttpResponse:
    """The person's data, to be brought up to date, and empty terms."""
    operator = get_object_or_404(Operator.objects.visible_to(request.user), pk=pk)
    operator_form = OperatorForm(request.POST or None, instance=operator, user=request.user)
    employment_form = EmploymentForm(request.POST or None, user=request.user)

    def note() -> None:
        record(request, Action.ADDED, employment_form.instance)

    if asks_for_declension(request):
        return declensions_answer(request, operator_form)
    if request.method == "POST" and store_hire(operator_form, employment_form, note=note):
        messages.success(request, gettext("One more contract is added."))
        return redirect("employees:employment", employment_form.instance.pk)
    record(request, Action.VIEWED, operator)
    context = {"operator_form": operator_form, "employment_form": employment_form}
    return render(request, "employees/employment_add.html", context | {"operator": operator})
