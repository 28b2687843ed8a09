"""The start page."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from hr_docs.access.gate import allowed, allowed_to_all
from hr_docs.documents.legal.reference import reference_in_force
from hr_docs.documents.today import Look, lines_of
from hr_docs.pages.navigation import DAILY, REFERENCE, entries_for
from hr_docs.pages.users import signed_in


@allowed_to_all
def home(request: HttpRequest) -> HttpResponse:
    """Where the day begins: the first page of the side bar that the user may open."""
    entries = entries_for(request.user, DAILY + REFERENCE)
    if not entries:
        raise PermissionDenied
    return redirect(entries[0].view)


@allowed("documents.view_document", "employees.view_employment")
def today(request: HttpRequest) -> HttpResponse:
    """What waits, counted anew from the dates."""
    on: date = timezone.localdate()
    lines = lines_of(Look(signed_in(request), on, reference_in_force()))
    return render(request, "documents/today.html", {"lines": lines, "on": on})
