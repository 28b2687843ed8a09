"""The operator's card: one employment with its person, terms and papers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from employees.countries import COUNTRIES
from employees.models import Employment, Operator
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed


@allowed("employees.view_employment")
def employment(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the person, the terms, the declension, the papers."""
    mine = Employment.objects.visible_to(request.user)
    shown = get_object_or_404(mine.with_records(), pk=pk)
    if request.user.has_perm(Operator.guarded_by):
        record(request, Action.VIEWED, shown)
    context = {
        "employment": shown,
        "operator": shown.operator,
        "others": mine.others_of(shown),
        "country": COUNTRIES.get(shown.operator.citizenship, shown.operator.citizenship),
    }
    return render(request, "employees/employment.html", context)
