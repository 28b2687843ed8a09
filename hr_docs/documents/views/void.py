"""Declaring a document void."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import IssueError
from hr_docs.documents.forms import VoidForm
from hr_docs.documents.issuing.packs import void_document
from hr_docs.documents.models import Document
from hr_docs.pages.users import signed_in


@allowed("documents.view_document", "documents.void_document")
def void(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for the reason, then mark the document; its number stays in the register."""
    documents = Document.objects.visible_to(request.user)
    document = get_object_or_404(documents.with_names(), pk=pk)
    form = VoidForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                void_document(
                    document=document,
                    reason=form.cleaned_data["reason"],
                    voided_by=signed_in(request),
                )
                record(request, Action.STATUS, document, {"status": Document.Status.VOIDED})
        except IssueError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, gettext("The document is void."))
            return redirect("documents:document", pk)
    return render(request, "documents/void.html", {"document": document, "form": form})
