"""What the check says of the papers that would be issued now."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from employees.models import Employment
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import IssueError
from hr_docs.documents.explanations import explain
from hr_docs.documents.forms import PackDateForm
from hr_docs.documents.issuing.packs import preview_pack
from hr_docs.documents.lists.findings import waiting
from hr_docs.engine import EngineError


@allowed("employees.view_personal_data", "documents.read_files")
def pack_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Errors that block the issue, warnings that wait; in the terms and in the finished texts."""
    mine = Employment.objects.visible_to(request.user)
    employment = get_object_or_404(mine.with_records(), pk=pk)
    form = PackDateForm(request.GET)
    on = form.cleaned_data["on"] if form.is_valid() else None
    try:
        check = preview_pack(employment=employment, on=on)
    except (IssueError, EngineError) as error:
        messages.error(request, explain(error))
        return redirect("employees:employment", pk)
    record(request, Action.VIEWED, employment)
    context = {
        "employment": employment,
        "check": check,
        "findings": check.assessment.findings,
        "counts": waiting(check.assessment.findings),
        "on": on,
    }
    return render(request, "documents/pack_check.html", context)
