"""The start page."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hr_docs.access.gate import allowed
from hr_docs.documents.legal.reference import reference_in_force
from hr_docs.documents.today import Look, lines_of
from hr_docs.pages.users import signed_in


@allowed("documents.view_document", "employees.view_employment")
def today(request: HttpRequest) -> HttpResponse:
    """What waits, counted anew from the dates."""
    on: date = timezone.localdate()
    lines = lines_of(Look(signed_in(request), on, reference_in_force()))
    return render(request, "documents/today.html", {"lines": lines, "on": on})
