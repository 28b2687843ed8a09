"""«Похожий оператор уже есть», while a form is filled in."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import DateField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from employees.models import Operator
from employees.services.similar import TELLING, similar_to
from hr_docs.access.gate import allowed


@allowed("employees.view_employment")
@require_POST
def similar(request: HttpRequest) -> HttpResponse:
    """Who of those recorded has the same name and birthday, document, number or phone."""
    operator = Operator(**{name: request.POST.get(name, "").strip() for name in TELLING})
    operator.birth_date = parse_day(request.POST.get("birth_date", ""))
    of = request.GET.get("of", "")
    operator.pk = int(of) if of.isascii() and of.isdigit() else None
    found = similar_to(operator, user=request.user)
    return render(request, "employees/similar.html", {"found": found})


def parse_day(text: str) -> Any:
    """The day as the form reads it; None for what is no day yet."""
    try:
        return DateField(required=False).clean(text)
    except ValidationError:
        return None
