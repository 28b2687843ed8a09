"""What became of an operator and the terms of an employment: every change, in words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from employees.models import Employment, Operator
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.pages.history import Chronicle, Story


@allowed("employees.view_employment")
def employment_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Who changed what and when, the latest first; values of secret fields for few eyes only."""
    found = Employment.objects.visible_to(request.user).select_related("operator", "position")
    employment = get_object_or_404(found, pk=pk)
    operator = employment.operator
    sees_all = request.user.has_perm(Operator.guarded_by)
    chronicle = Chronicle(
        Story(
            str(Operator._meta.verbose_name),
            operator.history.all(),
            () if sees_all else Operator.PERSONAL,
        ),
        Story(
            str(Employment._meta.verbose_name),
            employment.history.all(),
            () if sees_all else Employment.PERSONAL,
        ),
    )
    page = chronicle.page(request.GET.get("page"))
    record(request, Action.VIEWED, employment, {"page": "history"})
    context = {"employment": employment, "operator": operator, "page": page}
    return render(request, "employees/employment_history.html", context)
