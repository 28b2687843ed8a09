"""Deleting a position that nothing uses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from hr_docs.access.deleting import delete_page
from hr_docs.access.gate import allowed
from job_descriptions.models import Position


@allowed("job_descriptions.change_position")
@require_POST
def position_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a position."""
    position = get_object_or_404(Position, pk=pk)
    return delete_page(request, position, listed_at="job_descriptions:positions")
