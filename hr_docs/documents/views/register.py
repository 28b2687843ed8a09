"""The register of documents."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hr_docs.documents.filters import RegisterFilter
from hr_docs.documents.models import Document
from hr_docs.documents.tables import RegisterTable
from hr_docs.pages.tables import paged


def register(request: HttpRequest) -> HttpResponse:
    """Every number that was given, newest first."""
    found = RegisterFilter(request.GET, queryset=Document.objects.with_names())
    table = paged(RegisterTable(found.qs), request)
    return render(request, "documents/register.html", {"filter": found, "table": table})
