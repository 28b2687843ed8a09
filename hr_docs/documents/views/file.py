"""The files of a document: private, whole, under a name that a person can read."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import IssueError
from hr_docs.documents.issuing.files import Format
from hr_docs.documents.issuing.packs import ensure_file
from hr_docs.documents.models import Document
from hr_docs.engine import EngineError
from hr_docs.pages.downloads import file_answer, framed_by_us, safe_name


@allowed("documents.view_document", "documents.read_files")
def file(request: HttpRequest, pk: UUID, file_format: Format) -> HttpResponse:
    """Download the Word or PDF file."""
    return _answer(request, pk, file_format, is_download=True)


@allowed("documents.view_document", "documents.read_files")
@framed_by_us
def preview(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The PDF for the frame on the document's page; nothing else may be framed."""
    return _answer(request, pk, "pdf", is_download=False)


def _answer(
    request: HttpRequest, pk: UUID, file_format: Format, *, is_download: bool
) -> HttpResponse:
    """The file, made now if a crash kept it from being made before."""
    documents = Document.objects.visible_to(request.user)
    document = get_object_or_404(documents.with_names(), pk=pk)
    try:
        content = ensure_file(document, file_format)
    except (IssueError, EngineError) as error:
        context = {"document": document, "error": error}
        return render(request, "documents/no_file.html", context, status=409)
    action = Action.DOWNLOADED if is_download else Action.VIEWED
    record(request, action, document, {"format": file_format})
    return file_answer(content, file_name(document, file_format), is_download=is_download)


def file_name(document: Document, file_format: Format) -> str:
    """«Трудовой договор 015-2026-ТД Иванова Анна Петровна.pdf», safe on every file system."""
    operator = document.employment.operator
    words = f"{document.master.title} {document.number} {operator.full_name}"
    return f"{safe_name(words.replace('/', '-'))}.{file_format}"
