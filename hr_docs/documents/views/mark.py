"""Entering what became of a paper: handed out, signed, the operator's copy given."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import SigningError
from hr_docs.documents.models import Document, SigningMark
from hr_docs.documents.signing import mark_document
from hr_docs.documents.signing.forms import MarkForm
from hr_docs.pages.users import signed_in

SIGNED = SigningMark.Step.SIGNED


@allowed("documents.sign_document")
def mark(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Enter one step; where it needs a reason or another day, ask for it on a page of its own."""
    document = get_object_or_404(Document.objects.visible_to(request.user).with_names(), pk=pk)
    form = MarkForm(request.POST or None, initial={"step": request.GET.get("step", SIGNED)})
    if request.method == "POST" and form.is_valid() and _entered(request, document, form):
        return redirect(address_after(request, document))
    context = {"document": document, "form": form, "next": request.POST.get("next", "")}
    return render(request, "documents/mark.html", context)


@transaction.atomic
def _entered(request: HttpRequest, document: Document, form: MarkForm) -> bool:
    """Hand the answers over; False leaves the reasons in the form."""
    answers = form.cleaned_data
    step = SigningMark.Step(answers["step"])
    try:
        entered = mark_document(
            document=document,
            step=step,
            on=answers["on"],
            entered_by=signed_in(request),
            reason=answers["reason"],
        )
    except SigningError as error:
        form.add_error(None, str(error))
        return False
    record(request, Action.STATUS, document, {"step": step.value, "on": str(entered.on)})
    messages.success(request, gettext("Entered: %(mark)s.") % {"mark": entered})
    return True


def address_after(request: HttpRequest, document: Document) -> str:
    """The page that the form stood on, when it is one of ours; else the document's."""
    address: str = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return address
    return reverse("documents:document", args=[document.pk])
