"""The figures of the law: the code's own with their sources, and those that people entered."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.law_pages.figure_form import FigureForm
from hr_docs.documents.legal.gaps import figure_gaps, unknown_regions
from hr_docs.documents.legal.reference import reference_in_force, withdraw_figure
from hr_docs.documents.models import EnteredFigure, EnteredYear
from hr_docs.law.reference import MINIMUM_WAGE
from hr_docs.pages.records import record_page
from hr_docs.pages.users import signed_in

LIST = "documents:figures"


@allowed("documents.view_enteredfigure")
def figures(request: HttpRequest) -> HttpResponse:
    """What the check reckons with today, what is missing soon, who entered what."""
    today, reference = timezone.localdate(), reference_in_force()
    wages = [figure for figure in reference.figures if figure.name == MINIMUM_WAGE]
    context = {
        "today": today,
        "gaps": figure_gaps(on=today),
        "unknown_regions": unknown_regions(on=today),
        "wages": sorted(wages, key=lambda figure: figure.region or ""),
        "years": sorted(reference.calendar.years.values(), key=lambda year: year.year),
        "limits": [figure for figure in reference.figures if figure.name != MINIMUM_WAGE],
        "entered": EnteredFigure.objects.with_people(),
        "entered_years": EnteredYear.objects.with_people(),
    }
    return render(request, "documents/figures.html", context)


@allowed("documents.add_enteredfigure")
def figure_add(request: HttpRequest) -> HttpResponse:
    """Enter a minimum wage."""
    form = FigureForm(request.POST or None, author=signed_in(request))
    return record_page(request, form, listed_at=LIST)


@allowed("documents.change_enteredfigure")
@require_POST
def figure_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a wrong figure; it stays on record."""
    figure = get_object_or_404(EnteredFigure, pk=pk)
    with transaction.atomic():
        withdraw_figure(figure=figure, withdrawn_by=signed_in(request))
        record(request, Action.CHANGED, figure, {"status": "withdrawn"})
    messages.success(request, gettext("The figure is withdrawn."))
    return redirect(LIST)
