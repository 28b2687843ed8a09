"""Undoing a mark of signing."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from employees.models.limit import visible
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import SigningError
from hr_docs.documents.models import SigningMark
from hr_docs.documents.signing import undo_mark
from hr_docs.documents.signing.forms import UndoForm
from hr_docs.pages.users import signed_in


@allowed("documents.sign_document")
def mark_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then take the mark back; it stays as history."""
    marks = SigningMark.objects.select_related("document__master", "document__employment__operator")
    mark = get_object_or_404(visible(marks, request.user, employer="document__employer"), pk=pk)
    form = UndoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            with transaction.atomic():
                undo_mark(mark=mark, reason=reason, undone_by=signed_in(request))
                record(request, Action.STATUS, mark.document, {"step": mark.step, "undone": reason})
        except SigningError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, gettext("The mark is undone."))
            return redirect("documents:document", mark.document_id)
    return render(request, "documents/mark_undo.html", {"mark": mark, "form": form})
