"""«Почему этот пункт здесь?»: the clauses of one document, with what put them there."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import IssueError
from hr_docs.documents.legal.reasons import reasons_for
from hr_docs.documents.models import Document
from hr_docs.engine import EngineError


@allowed("documents.view_document", "documents.read_files")
def reasons(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Each conditional clause that the document prints, with the facts and articles behind it."""
    documents = Document.objects.visible_to(request.user)
    document = get_object_or_404(documents.with_reasons(), pk=pk)
    try:
        found = reasons_for(document)
    except (IssueError, EngineError) as error:
        context = {"document": document, "error": error}
        return render(request, "documents/no_file.html", context, status=409)
    record(request, Action.VIEWED, document)
    return render(request, "documents/reasons.html", {"document": document, "reasons": found})
