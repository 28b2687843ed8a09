"""«Отметить подписанными»: the papers of many people on one day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.issuing.seen import mark_of
from hr_docs.documents.lists.selection import documents_of, selection_in
from hr_docs.documents.signing.forms import SignManyForm
from hr_docs.documents.signing.many import (
    papers_to_sign,
    plan_signing,
    sign_people,
)
from hr_docs.pages.users import signed_in

PAPERS_AT_ONCE = 1_500  # a request of half a minute or so; more are marked in parts


@allowed("documents.sign_document")
def sign_many(request: HttpRequest) -> HttpResponse:
    """Show what will be marked and what is left out; when just that is confirmed, mark it.

    `confirm` names the documents that the page showed: with other answers than it was made with,
    others would be marked, so they are shown first. The people come as in `documents_of`: from a
    list by POST, or in the address.
    """
    data = request.POST if request.method == "POST" else request.GET
    form = SignManyForm(data if "on" in data else None)
    papers = papers_to_sign(documents_of(data, user=request.user))
    signing = form.signing()
    plans = plan_signing(papers[: PAPERS_AT_ONCE + 1], signing)
    count = sum(len(plan.to_mark) + len(plan.left_out) for plan in plans)
    shown = mark_of(document for plan in plans for document in plan.to_mark)
    is_confirmed = request.POST.get("confirm") == shown
    is_done = is_confirmed and form.is_valid() and 0 < count <= PAPERS_AT_ONCE
    if is_done:
        details = {"step": "signed", "on": str(signing.on)}
        sign_people(
            plans,
            signing,
            entered_by=signed_in(request),
            note=lambda document: record(request, Action.STATUS, document, details),
        )
    context = {
        "form": form,
        "plans": plans,
        "selection": selection_in(data),
        "on": signing.on,
        "is_done": is_done,
        "shown": shown,
        "is_changed": "confirm" in request.POST and not is_confirmed,
        "limit": PAPERS_AT_ONCE if count > PAPERS_AT_ONCE else None,
        "marked": sum(len(plan.to_mark) for plan in plans if not plan.error),
    }
    return render(request, "documents/sign_many.html", context)
