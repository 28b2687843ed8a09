"""The register of documents."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hr_docs.access.gate import allowed
from hr_docs.documents.filters import RegisterFilter
from hr_docs.documents.models import Document
from hr_docs.documents.tables import RegisterTable
from hr_docs.pages.tables import paged


@allowed("documents.view_document")
def register(request: HttpRequest) -> HttpResponse:
    """Every number that was given, newest first."""
    documents = Document.objects.visible_to(request.user).with_names()
    found = RegisterFilter(request.GET, documents, request=request)
    table = paged(RegisterTable(found.qs), request)
    return render(request, "documents/register.html", {"filter": found, "table": table})
