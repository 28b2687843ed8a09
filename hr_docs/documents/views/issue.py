"""«Выпустить пакет»."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from employees.models import Employment
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.commands import reason_of
from hr_docs.documents.errors import InconsistentPackError, IssueError, LegalObstacleError
from hr_docs.documents.explanations import explain, reason
from hr_docs.documents.forms import IssueForm
from hr_docs.documents.issuing.packs import freeze_pack, make_files, pack_versions
from hr_docs.documents.models import Document
from hr_docs.engine import EngineError
from hr_docs.pages.forms import errors_in_words
from hr_docs.pages.users import signed_in


@allowed("documents.issue_document")
@require_POST
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue the pack, or the chosen kinds, and return to the operator's card."""
    employment = get_object_or_404(Employment.objects.visible_to(request.user), pk=pk)
    form = IssueForm(request.POST)
    if not form.is_valid():
        messages.error(request, errors_in_words(form))
        return redirect("employees:employment", pk)
    try:
        documents = _issued(request, employment, form)
    except (LegalObstacleError, InconsistentPackError) as error:
        messages.error(request, explain(error))
        return redirect(form.check_of(employment))
    except (IssueError, EngineError) as error:
        messages.error(request, explain(error))
    else:
        _make_files(request, documents)
    return redirect("employees:employment", pk)


def _make_files(request: HttpRequest, documents: list[Document]) -> None:
    """Say what became of the documents, which are in force whether they have files or not."""
    try:
        make_files(documents)
    except (IssueError, EngineError, OSError) as error:
        why = reason_of(error) if isinstance(error, OSError) else reason(error)
        messages.warning(
            request,
            _(
                "The documents are issued and have their numbers, but a file was not made. "
                "%(reason)s Open the document to try again."
            )
            % {"reason": f"{why.rstrip('.')}."},
        )
    else:
        messages.success(request, issued_words(len(documents)))


@transaction.atomic
def _issued(request: HttpRequest, employment: Employment, form: IssueForm) -> list[Document]:
    """The documents, still without files, and the note of them: both or neither."""
    documents = freeze_pack(
        employment=employment,
        versions=pack_versions(form.chosen_kinds()),
        issued_by=signed_in(request),
        on=form.cleaned_data["on"],
        confirmed_only=True,
        seen=form.seen_papers(),
    )
    numbers = [document.number for document in documents]
    record(request, Action.ISSUED, employment, {"numbers": numbers})
    return documents


def issued_words(count: int) -> str:
    """«Выпущено документов: 3», agreeing with the number."""
    return ngettext("%(count)s document issued.", "%(count)s documents issued.", count) % {
        "count": count
    }
