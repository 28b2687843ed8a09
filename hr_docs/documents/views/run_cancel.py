"""Cancelling a run, and ordering again whoever has no papers of it."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.models import Run
from hr_docs.documents.runs.ordering import cancel_run, repeat_run
from hr_docs.pages.users import signed_in


@allowed("documents.issue_document")
@require_POST
@transaction.atomic
def run_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave out whoever has not been begun."""
    run = get_object_or_404(Run.objects.visible_to(request.user), pk=pk)
    count = cancel_run(run=run, cancelled_by=signed_in(request))
    record(request, Action.STATUS, run, {"status": "cancelled", "people": count})
    words = ngettext("%(count)s person is left out.", "%(count)s people are left out.", count)
    messages.success(request, words % {"count": count})
    return redirect("documents:run", pk)


@allowed("documents.issue_document")
@require_POST
@transaction.atomic
def run_repeat(request: HttpRequest, pk: int) -> HttpResponse:
    """Try again whoever was blocked, failed or was cancelled."""
    run = get_object_or_404(Run.objects.visible_to(request.user), pk=pk)
    count = repeat_run(run=run, ordered_by=signed_in(request))
    record(request, Action.ISSUED, run, {"repeated": count})
    words = ngettext("%(count)s person is tried again.", "%(count)s people are tried again.", count)
    messages.success(request, words % {"count": count})
    return redirect("documents:run", pk)
