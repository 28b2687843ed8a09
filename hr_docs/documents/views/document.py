"""One document: its pages beside its facts."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hr_docs.access.gate import allowed
from hr_docs.documents.models import Document


@allowed("documents.view_document")
def document(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the PDF, the facts of the register, what became of the document."""
    documents = Document.objects.visible_to(request.user)
    shown = get_object_or_404(documents.with_history(), pk=pk)
    return render(request, "documents/document.html", {"document": shown})
