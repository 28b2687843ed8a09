"""A new run: whom, what, and what would become of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from hr_docs.access.gate import allowed
from hr_docs.documents.errors import IssueError
from hr_docs.documents.lists.selection import chosen_employments
from hr_docs.documents.runs.form import RunForm
from hr_docs.documents.runs.ordering import MOST_PEOPLE
from hr_docs.documents.runs.preview import Preview, preview_run


@allowed("documents.issue_document")
def run_add(request: HttpRequest) -> HttpResponse:
    """The people that a list's form or an address names, or the form sent back to be checked."""
    data = request.POST if request.method == "POST" else request.GET
    if "people" in data:
        return run_page(request, RunForm(data, user=request.user))
    form = RunForm.of(chosen_employments(data, user=request.user), user=request.user)
    if not 0 < len(form.initial["people"]) <= MOST_PEOPLE:
        messages.error(request, _refusal(len(form.initial["people"])))
        return redirect("employees:employments")
    return run_page(request, form)


def run_page(request: HttpRequest, form: RunForm) -> HttpResponse:
    """The page with the form; a form that was sent shows what would become of it."""
    preview = previewed(form) if form.is_bound and form.is_valid() else None
    context = {"form": form, "preview": preview}
    return render(request, "documents/run_add.html", context)


def previewed(form: RunForm) -> Preview | None:
    """What the valid form would do; None, with an error of the form, when it can do nothing."""
    try:
        return preview_run([each.pk for each in form.employments()], form.wanted())
    except IssueError as error:
        form.add_error(None, str(error))
        return None


def _refusal(count: int) -> str:
    if not count:
        return gettext("Tick people in the list of operators, then choose “Issue”.")
    return gettext(
        "%(count)s people are chosen; one run takes %(most)s at most: narrow the list down."
    ) % {"count": count, "most": MOST_PEOPLE}
