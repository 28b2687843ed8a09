"""What the run in the form would do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from hr_docs.access.gate import allowed
from hr_docs.documents.runs.form import RunForm
from hr_docs.documents.views.run_add import previewed


@allowed("documents.issue_document")
@require_POST
def run_preview(request: HttpRequest) -> HttpResponse:
    """The part of the page that follows the form."""
    form = RunForm(request.POST, user=request.user)
    preview = previewed(form) if form.is_valid() else None
    return render(request, "documents/run_preview.html", {"form": form, "preview": preview})
