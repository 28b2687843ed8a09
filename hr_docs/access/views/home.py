"""Where a user begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hr_docs.access.gate import allowed_to_all
from hr_docs.pages.navigation import groups_for


@allowed_to_all
def home(request: HttpRequest) -> HttpResponse:
    """The first page of the side bar that the user may open; words for one without a role."""
    for entries in groups_for(request.user):
        if entries and entries[0].permission:
            return redirect(entries[0].view)
    return render(request, "access/no_role.html")
