"""The production calendar of a year: entered from the published act, and taken back."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.law_pages.calendar_form import CalendarForm, known_year
from hr_docs.documents.legal.calendar_years import withdraw_year
from hr_docs.documents.legal.reference import calendar_in_force
from hr_docs.documents.models import EnteredYear
from hr_docs.documents.views.figures import LIST
from hr_docs.pages.records import record_page
from hr_docs.pages.users import signed_in


@allowed("documents.add_enteredyear")
def year_add(request: HttpRequest) -> HttpResponse:
    """Enter a year; `?year=` begins with what is known of it."""
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() else None
    form = CalendarForm(
        request.POST or None,
        author=signed_in(request),
        initial=known_year(calendar_in_force(), year),
    )
    return record_page(request, form, listed_at=LIST)


@allowed("documents.add_enteredyear")
@require_POST
def year_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a wrong calendar; it stays on record."""
    entered = get_object_or_404(EnteredYear, pk=pk)
    with transaction.atomic():
        withdraw_year(entered=entered, withdrawn_by=signed_in(request))
        record(request, Action.CHANGED, entered, {"status": "withdrawn"})
    messages.success(request, gettext("The calendar is withdrawn."))
    return redirect(LIST)
