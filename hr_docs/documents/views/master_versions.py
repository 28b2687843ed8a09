"""One version of a master: its file, its pages, its text beside another one's."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import MasterError
from hr_docs.documents.masters.diff import compare_texts
from hr_docs.documents.masters.forms import PersonForm
from hr_docs.documents.masters.preview import first_to_fill, preview_pages
from hr_docs.documents.masters.uploads import restore_version
from hr_docs.documents.models import MasterUpload, MasterVersion
from hr_docs.documents.models.master import WordFileQuerySet
from hr_docs.engine import EngineError
from hr_docs.pages.downloads import CONTENT_TYPES, file_answer, framed_by_us
from hr_docs.pages.users import signed_in


@allowed("documents.view_masterversion")
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """A version with its report and the pages of an invented person."""
    shown = get_object_or_404(_versions(), pk=pk)
    form = PersonForm(request.GET or {"person": first_to_fill(bytes(shown.content))})
    context = {"version": shown, "people": form, "person": form.number()}
    return render(request, "documents/master_version.html", context)


@allowed("documents.view_masterversion")
def version_word(request: HttpRequest, pk: int) -> HttpResponse:
    """Download the Word file, to be edited."""
    shown = get_object_or_404(_versions(), pk=pk)
    record(request, Action.DOWNLOADED, shown.master, {"version": shown.number})
    name = f"{shown.master.title}, {gettext('version')} {shown.number}.docx"
    return file_answer(bytes(shown.content), name)


@allowed("documents.view_masterversion")
def version_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF of an invented person, for the frame on the version's page."""
    return _pages(request, bytes(get_object_or_404(MasterVersion, pk=pk).content))


@allowed("documents.add_masterversion")
def upload_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The same of a file that waits to be made current."""
    return _pages(request, bytes(get_object_or_404(MasterUpload, pk=pk).content))


@allowed("documents.view_masterversion")
def compare(request: HttpRequest, kind: str, old: int, new: int) -> HttpResponse:
    """The texts of two versions, paragraph by paragraph."""
    found = {each.number: each for each in _versions().filter(master__kind=kind)}
    if old not in found or new not in found:
        raise Http404
    changes = compare_texts(bytes(found[old].content), bytes(found[new].content))
    context = {"old": found[old], "new": found[new], "changes": changes, "versions": found}
    return render(request, "documents/master_compare.html", context)


@allowed("documents.add_masterversion")
@require_POST
@transaction.atomic
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an older version current again, under the next number."""
    older = get_object_or_404(_versions(), pk=pk)
    try:
        newest = restore_version(version=older, restored_by=signed_in(request))
    except MasterError as error:
        messages.error(request, str(error))
    else:
        record(request, Action.CHANGED, older.master, {"version": newest.number})
        words = gettext("Version %(number)s is current.") % {"number": newest.number}
        messages.success(request, words)
    return redirect("documents:master", older.master.kind)


def _versions() -> WordFileQuerySet:
    return MasterVersion.objects.select_related("master", "uploaded_by")


@framed_by_us
def _pages(request: HttpRequest, content: bytes) -> HttpResponse:
    try:
        pdf = preview_pages(content, PersonForm(request.GET).number())
    except EngineError as error:
        return render(request, "documents/no_preview.html", {"error": error}, status=409)
    return HttpResponse(pdf, content_type=CONTENT_TYPES["pdf"])
