"""«Приём подписанных»: one field; Enter marks the paper that is found."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import SigningError
from hr_docs.documents.models import Document, SigningMark
from hr_docs.documents.signing import mark_document
from hr_docs.documents.signing.desk import papers_found
from hr_docs.pages.users import signed_in


@allowed("documents.sign_document")
def desk(request: HttpRequest) -> HttpResponse:
    """Mark the one paper found as signed today; of several, offer a choice."""
    text = " ".join(request.POST.get("q", "").split())
    found = papers_found(text, user=request.user) if text else []
    context = {"asked": text, "found": found, "is_posted": request.method == "POST"}
    if len(found) == 1:
        context |= _marked(request, found[0])
    name = "desk_answer" if "HX-Request" in request.headers else "desk"
    return render(request, f"documents/{name}.html", context)


@transaction.atomic
def _marked(request: HttpRequest, document: Document) -> dict[str, object]:
    """The mark, or why there is none."""
    step, today = SigningMark.Step.SIGNED, timezone.localdate()
    try:
        mark = mark_document(document=document, step=step, on=today, entered_by=signed_in(request))
    except SigningError as error:
        return {"refused": document, "error": error}
    record(request, Action.STATUS, document, {"step": step.value, "on": str(today)})
    return {"mark": mark}
