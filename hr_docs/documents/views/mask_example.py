"""The next number by the mask that is being typed."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from employees.models import Employer
from employees.models.limit import visible
from hr_docs.access.gate import allowed
from hr_docs.documents.issuing.numbering import upcoming_number
from hr_docs.documents.lists.selection import is_id
from hr_docs.documents.models import WordMaster

Row = TypeVar("Row", bound=Model)


@allowed("documents.view_numbermask")
def mask_example(request: HttpRequest) -> HttpResponse:
    """For htmx: the number in words, or what is wrong with the mask."""
    employers = visible(Employer.objects.all(), request.user, employer="pk")
    employer = _chosen(employers, request.GET.get("employer", ""))
    master = _chosen(WordMaster.objects.all(), request.GET.get("master", ""))
    text = request.GET.get("mask", "")[:64]
    context: dict[str, object] = {}
    if employer and master and text:
        try:
            context["number"] = upcoming_number(
                employer=employer, master=master, mask=text, on=timezone.localdate()
            )
        except ValidationError as error:
            context["problem"] = " ".join(error.messages)
    return render(request, "documents/mask_example.html", context)


def _chosen(rows: "QuerySet[Row]", text: str) -> Row | None:
    return rows.filter(pk=int(text)).first() if is_id(text) else None
