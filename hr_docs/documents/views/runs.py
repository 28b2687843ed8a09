"""The runs, and the documents of one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hr_docs.access.gate import allowed
from hr_docs.documents.lists.tables import RegisterTable
from hr_docs.documents.models import Document, Run
from hr_docs.documents.runs.table import RunTable
from hr_docs.pages.tables import paged


@allowed("documents.view_document")
def runs(request: HttpRequest) -> HttpResponse:
    """Who issued for how many people, when, and with what result; newest first.

    `trouble`: those that left somebody without papers.
    """
    rows = Run.objects.visible_to(request.user).with_people()
    if "trouble" in request.GET:
        rows = rows.in_trouble()
    return render(request, "documents/runs.html", {"table": paged(RunTable(rows), request)})


@allowed("documents.view_document")
def run_documents(request: HttpRequest, pk: int) -> HttpResponse:
    """What the run issued or found in order."""
    run = get_object_or_404(Run.objects.visible_to(request.user), pk=pk)
    rows = Document.objects.visible_to(request.user).of_run(run.pk).with_names()
    context = {"run": run, "table": paged(RegisterTable(rows, exclude=("chosen",)), request)}
    return render(request, "documents/run_documents.html", context)
