"""A named person answers for a finding: confirms a warning, overrides an error."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from employees.models import Employment
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import DecisionError
from hr_docs.documents.forms import DecisionForm
from hr_docs.documents.legal.decisions import confirm_warning, override_error
from hr_docs.documents.models import FindingDecision
from hr_docs.pages.forms import errors_in_words
from hr_docs.pages.users import signed_in

Decide = Callable[..., FindingDecision]


@allowed("documents.confirm_warning")
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm a warning with a reason."""
    return _decided(request, pk, confirm_warning)


@allowed("documents.override_error")
@require_POST
def override(request: HttpRequest, pk: int) -> HttpResponse:
    """Override an error with a reason; the service asks for the permission."""
    return _decided(request, pk, override_error)


@transaction.atomic
def _decided(request: HttpRequest, pk: int, decide: Decide) -> HttpResponse:
    """Record the decision and return to the page that it was made on."""
    employment = get_object_or_404(Employment.objects.visible_to(request.user), pk=pk)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        messages.error(request, errors_in_words(form))
        return redirect("employees:employment", pk)
    try:
        decision = decide(
            employment=employment,
            user=signed_in(request),
            fingerprint=form.cleaned_data["fingerprint"],
            reason=form.cleaned_data["reason"],
            on=form.cleaned_data["on"],
        )
    except DecisionError as error:
        messages.error(request, str(error))
    else:
        details = {"rule": decision.rule, "kind": decision.kind}
        record(request, Action.DECIDED, employment, details)
        messages.success(request, gettext("The decision is recorded."))
    return redirect(form.page_of(employment))
