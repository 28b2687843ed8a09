"""The register of documents."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hr_docs.access.gate import allowed
from hr_docs.documents.lists.filters import RegisterFilter
from hr_docs.documents.lists.tables import RegisterTable
from hr_docs.documents.models import Document
from hr_docs.pages.tables import paged


@allowed("documents.view_document")
def register(request: HttpRequest) -> HttpResponse:
    """Every number that was given, the newest first; a kind of one year in the order of numbers."""
    documents = Document.objects.visible_to(request.user)
    found = RegisterFilter(request.GET, documents, user=request.user)
    table = RegisterTable(found.qs, order_by="number" if found.is_journal else "-created_at")
    context = {"filter": found, "table": paged(table, request)}
    return render(request, "documents/register.html", context)
