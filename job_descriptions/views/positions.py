"""Positions: the list, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from hr_docs.access.gate import allowed
from hr_docs.pages.records import record_page, records_page
from job_descriptions.forms import PositionForm
from job_descriptions.models import Position
from job_descriptions.tables import PositionTable

LIST = "job_descriptions:positions"


@allowed("job_descriptions.view_position")
def positions(request: HttpRequest) -> HttpResponse:
    """The staff list's positions."""
    return records_page(
        request,
        PositionTable(Position.objects.all()),
        add_at="job_descriptions:position_add",
        advice=gettext("There are no positions yet. An operator is hired into a position."),
    )


@allowed("job_descriptions.view_position", to_change="job_descriptions.change_position")
def position(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a position."""
    instance = get_object_or_404(Position, pk=pk)
    return record_page(
        request, PositionForm(request.POST or None, instance=instance), listed_at=LIST
    )


@allowed("job_descriptions.add_position")
def position_add(request: HttpRequest) -> HttpResponse:
    """Add a position."""
    return record_page(request, PositionForm(request.POST or None), listed_at=LIST)
