"""«Начать выпуск»."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import IssueError
from hr_docs.documents.models import Run
from hr_docs.documents.runs.form import RunForm
from hr_docs.documents.runs.ordering import start_run
from hr_docs.documents.views.run_add import run_page
from hr_docs.pages.users import signed_in


@allowed("documents.issue_document")
@require_POST
def run_start(request: HttpRequest) -> HttpResponse:
    """Order the run and go to its page; the work is done elsewhere."""
    form = RunForm(request.POST, user=request.user)
    if form.is_valid():
        try:
            return redirect("documents:run", _started(request, form).pk)
        except IssueError as error:
            form.add_error(None, str(error))
    return run_page(request, form)


@transaction.atomic
def _started(request: HttpRequest, form: RunForm) -> Run:
    answers, people = form.cleaned_data, form.employments()
    run = start_run(
        employments=people,
        masters=answers["kinds"],
        started_by=signed_in(request),
        on=answers["on"],
        signatory=answers["signatory"],
        allows_unconfirmed=answers["allows_unconfirmed"],
    )
    details = {
        "people": len(people),
        "kinds": [master.title for master in answers["kinds"]],
        "signatory": str(answers["signatory"] or ""),
    }
    record(request, Action.ISSUED, run, details)
    return run
